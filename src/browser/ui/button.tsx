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
  disabled?: boolean;
  submit?: boolean;
}

export function Button({ children, onClick, icon, tone = 'plain', iconOnly = false, pressed, disabled = false, submit = false }: ButtonProps) {
  return (
    <button type={submit ? 'submit' : 'button'} class={`button ${tone}${iconOnly ? ' icon-only' : ''}`} disabled={disabled} aria-pressed={pressed}
      title={iconOnly && typeof children === 'string' ? children : undefined} onClick={onClick}>
      {icon && <Icon name={icon} />}
      <span class={iconOnly ? 'unseen' : undefined}>{children}</span>
    </button>
  );
}
