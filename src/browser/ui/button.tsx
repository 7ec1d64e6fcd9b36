import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  icon?: IconName;
  /** `go` starts a call, `stop` ends or refuses one, `primary` is the one thing a form is for. */
  tone?: 'plain' | 'primary' | 'go' | 'stop';
  /** The words go to assistive technology and a tooltip, the icon alone is seen. */
  iconOnly?: boolean;
  /** A switch that is on or off; absent for an ordinary button. */
  pressed?: boolean | undefined;
  /** Opens and closes a part of the screen. */
  expanded?: boolean | undefined;
  disabled?: boolean;
  /** Not possible now, and why: the button keeps its place and the focus, and does nothing. */
  whyNot?: string | null;
  submit?: boolean;
}

export function Button({ children, onClick, icon, tone = 'plain', iconOnly = false, pressed, expanded, disabled = false, whyNot = null, submit = false }: ButtonProps) {
  const title = whyNot ?? (iconOnly && typeof children === 'string' ? children : undefined);
  return (
    <button type={submit ? 'submit' : 'button'} class={`button ${tone}${iconOnly ? ' icon-only' : ''}`} disabled={disabled} aria-disabled={whyNot === null ? undefined : true}
      aria-description={whyNot ?? undefined} aria-pressed={pressed} aria-expanded={expanded} title={title}
      onClick={whyNot === null ? onClick : (event) => event.preventDefault()}>
      {icon && <Icon name={icon} />}
      <span class={iconOnly ? 'unseen' : undefined}>{children}</span>
    </button>
  );
}
