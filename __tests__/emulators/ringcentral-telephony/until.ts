/** Asks again every 20 ms until the answer is yes; fails with the sentence that did not come true. */
export async function until(sentence: string, holds: () => boolean | Promise<boolean>, withinMs = 8_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Never came true within ${withinMs} ms: ${sentence}`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}
