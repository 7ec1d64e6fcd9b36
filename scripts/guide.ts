import { Marked } from 'marked';

/** The look of a guide's page: quiet, and readable in a narrow window too, where each row of a table becomes a block. */
const style = `
body { margin: 0 auto; max-width: 46rem; padding: 24px 20px 64px; background: #f6f4f1; color: #23211f; font: 15px/1.6 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { font-size: 26px; line-height: 1.25; }
section + section { margin-top: 56px; padding-top: 24px; border-top: 1px solid #dcd7d0; }
nav ul { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 0; padding: 0; list-style: none; }
h2 { margin: 36px 0 8px; font-size: 18px; }
a { color: #0f5c72; }
li { margin: 4px 0; }
table { width: 100%; border-collapse: collapse; background: #fff; border: 1px solid #dcd7d0; font-size: 14px; line-height: 1.5; }
th, td { padding: 8px 12px; border-bottom: 1px solid #ece8e2; text-align: left; vertical-align: top; }
th { color: #66615c; font-size: 12px; }
@media (max-width: 600px) {
  body { padding: 12px 14px 48px; }
  thead { display: none; }
  tr { display: block; padding: 8px 0; border-bottom: 1px solid #dcd7d0; }
  td { display: block; padding: 2px 12px; border: 0; }
}
`;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export interface GuideChapter { /** The file's name, as other chapters link to it. */ file: string; markdown: string }

const titleOf = ({ markdown }: GuideChapter): string => {
  const title = /^# (.+)$/m.exec(markdown)?.[1];
  if (!title) throw new Error('A guide has to begin with a title ("# …").');
  return title;
};
const idOf = (file: string): string => file.replace(/\.md$/, '');

/**
 * Chapters in Markdown as the one page that the phone's Help link opens, under the first one's title. Links between chapters stay;
 * those to other files of the project lead nowhere from there and become plain text. The page has one style element, without
 * attributes: the server adds its nonce.
 */
export function guidePage(chapters: readonly GuideChapter[]): string {
  const [first] = chapters;
  if (!first) throw new Error('A guide has to have a chapter.');
  const marked = new Marked();
  marked.use({
    renderer: {
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const chapter = chapters.find(({ file }) => href.split('#')[0] === file);
        if (chapter) return `<a href="#${idOf(chapter.file)}">${text}</a>`;
        return /^https:/.test(href) ? `<a href="${escaped(href)}" target="_blank" rel="noopener">${text}</a>` : text;
      },
    },
  });
  const contents = chapters.length === 1 ? '' : `<nav aria-label="Chapters"><ul>${chapters.map((chapter) => `<li><a href="#${idOf(chapter.file)}">${escaped(titleOf(chapter))}</a></li>`).join('')}</ul></nav>\n`;
  const body = chapters.map(({ file, markdown }) => `<section id="${idOf(file)}">\n${marked.parse(markdown, { async: false })}</section>\n`).join('');
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escaped(titleOf(first))}</title>\n<link rel="icon" href="data:,">\n<style>${style}</style>\n</head>\n<body>\n${contents}${body}</body>\n</html>\n`;
}
