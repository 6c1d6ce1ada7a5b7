const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" ` +
  `stroke-linecap="round" stroke-linejoin="round">${body}</svg>`;

/** Line icons on a 24 grid, in the colour of the text around them. */
export const flowIcons = {
  decide: svg('<path d="M12 3l9 9-9 9-9-9z"/><path d="M9 12h6M12 9l3 3-3 3"/>'),
  parallel: svg('<path d="M3 12h5l4-6h9M8 12l4 6h9"/>'),
  join: svg('<path d="M3 6h9l4 6h5M3 18h9l4-6"/>'),
  forEach: svg(
    '<path d="M17 4l3 3-3 3"/><path d="M4 12V10a3 3 0 013-3h13M7 20l-3-3 3-3"/><path d="M20 12v2a3 3 0 01-3 3H4"/>',
  ),
  call: svg('<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M9 12h6M12 9l3 3-3 3"/>'),
  stop: svg('<circle cx="12" cy="12" r="9"/><rect x="9" y="9" width="6" height="6"/>'),
} as const;
