import { useEffect, useState } from 'preact/hooks';
import type { TextAttachment } from '../../../wire/line/texts.ts';
import { Button } from '../../ui/button.tsx';
import type { Line } from '../../ui/line.ts';
import { pictureFailed } from '../words/texts.ts';
import { askTexts } from './use-texts.ts';

/** Pictures a browser shows without running anything; SVG is none. */
const pictures = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

/** A picture, loaded when it is shown, or a file to save. RingCentral gives both only to who is signed in, so that the line fetches them. */
export function AttachmentView({ message, attachment, line }: { message: string; attachment: TextAttachment; line: Line }) {
  const [loaded, setLoaded] = useState<{ state: 'asking' } | { state: 'failed' } | { state: 'here'; url: string }>({ state: 'asking' });
  const [tries, setTries] = useState(0);
  const picture = pictures.includes(attachment.contentType.toLowerCase());
  const wanted = picture || tries > 0;
  useEffect(() => {
    if (!wanted) return undefined;
    let url: string | null = null;
    let shown = true;
    setLoaded({ state: 'asking' });
    void askTexts(line, { verb: 'attachment', message, attachment: attachment.id }, 'file', `attachment:${message}:${attachment.id}`).then((file) => {
      if (!shown) return;
      // Whatever RingCentral calls it, a page of ours never shows it as anything that could run.
      if (file) url = URL.createObjectURL(new Blob([file.bytes], { type: picture ? attachment.contentType : 'application/octet-stream' }));
      setLoaded(url === null ? { state: 'failed' } : { state: 'here', url });
    });
    return () => {
      shown = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [wanted, tries]);

  const name = attachment.name || (picture ? 'Picture' : 'File');
  const size = attachment.size === null ? '' : ` (${Math.max(1, Math.round(attachment.size / 1024)).toLocaleString()} KB)`;
  if (!wanted) return <Button onClick={() => setTries(1)}>{`Load ${name}${size}`}</Button>;
  if (loaded.state === 'asking') return <span class="attachment quiet" role="status">Loading {name}…</span>;
  if (loaded.state === 'failed') return <span class="attachment"><span>{pictureFailed}</span> <Button onClick={() => setTries(tries + 1)}>Try again</Button></span>;
  return picture
    ? <a class="attachment picture" href={loaded.url} download={name}><img src={loaded.url} alt={name} onError={() => setLoaded({ state: 'failed' })} /></a>
    : <a class="attachment" href={loaded.url} download={name}>{`Save ${name}${size}`}</a>;
}
