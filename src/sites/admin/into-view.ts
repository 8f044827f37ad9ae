/** For a preview that stands above the form that asked for it: whoever asked is brought to it. */
export const intoView = (preview: HTMLElement | null): void => preview?.scrollIntoView({ block: 'nearest' })
