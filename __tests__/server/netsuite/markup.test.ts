import { escapeHtml, scriptJson } from '../../../src/server/netsuite/markup.ts';

test('text in a page stays text, in an element and in an attribute of either quote', () =>
  expect(escapeHtml(`<img src="x" onerror='alert(1)'>&amp;`)).toBe('&lt;img src=&quot;x&quot; onerror=&#39;alert(1)&#39;&gt;&amp;amp;'));

test('JSON in a script element ends neither the element nor the line, and reads as what it was', () => {
  const value = { name: '</script><!--<script>&\u2028\u2029', deep: [null, 7] };
  const text = scriptJson(value);
  expect(text).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(text)).toEqual(value);
});
