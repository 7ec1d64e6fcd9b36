/**
 * Stands in for blueimp-md5 in ringcentral-web-phone, which wants of its many forms the one that SIP's digest is made of:
 * RFC 1321 over the text's UTF-8, in hexadecimal.
 */
const turns = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const sines = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32) | 0);

/** Little-endian words, padded to whole blocks of sixteen; the last two hold the length in bits. */
function wordsOf(text: string): Int32Array {
  const bytes = new TextEncoder().encode(text);
  const padded = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
  bytes.forEach((byte, at) => padded.setUint8(at, byte));
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 8, bytes.length * 8, true);
  return Int32Array.from({ length: padded.byteLength / 4 }, (_, word) => padded.getInt32(word * 4, true));
}

const mix = (round: number, b: number, c: number, d: number): number => (round === 0 ? (b & c) | (~b & d) : round === 1 ? (b & d) | (c & ~d) : round === 2 ? b ^ c ^ d : c ^ (b | ~d));
/** Which word of the block a step takes, by round. */
const strides = [[1, 0], [5, 1], [3, 5], [7, 0]] as const;

export default function md5(text: string): string {
  const words = wordsOf(text);
  let sum: [number, number, number, number] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < words.length; block += 16) {
    let [a, b, c, d] = sum;
    for (let step = 0; step < 64; step += 1) {
      const round = step >> 4;
      const [stride, first] = strides[round] as readonly [number, number];
      const turn = turns[round * 4 + (step & 3)] as number;
      const turned = (a + mix(round, b, c, d) + (words[block + ((step * stride + first) & 15)] as number) + (sines[step] as number)) | 0;
      [a, d, c, b] = [d, c, b, (b + ((turned << turn) | (turned >>> (32 - turn)))) | 0];
    }
    sum = [(sum[0] + a) | 0, (sum[1] + b) | 0, (sum[2] + c) | 0, (sum[3] + d) | 0];
  }
  return sum.map((word) => [0, 8, 16, 24].map((shift) => ((word >>> shift) & 255).toString(16).padStart(2, '0')).join('')).join('');
}
