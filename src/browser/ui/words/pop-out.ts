export const popOutWord = 'Pop out';
export const popOutBlocked = 'The browser blocked the phone’s window. Allow pop-ups for this site: choose the blocked-window icon in the address bar, then “Always allow”. Then press Pop out again.';
export const listsAreMute = 'Lists and reports carry no phone: pop out before you open one.';
