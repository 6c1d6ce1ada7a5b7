import type { AnyManifest } from '@potok/contracts';

const SHAPE = /^\s*<svg[^>]*viewBox="(?<box>[\d.\s-]+)"[^>]*>(?<body>[\s\S]*)<\/svg>\s*$/;
const ALLOWED = /<(?!\/?(?:path|rect|circle|ellipse|line|polyline|polygon|g)\b)|\son\w+\s*=|url\(|href/i;
const PLAIN = '<rect x="4" y="6" width="16" height="12" rx="3"/>';

/** The node's own drawing in one colour; what could do more than be seen is not taken. */
export const iconSvg = (
  manifest: AnyManifest | undefined,
  at: { readonly x: number; readonly y: number; readonly size: number; readonly colour: string },
): string => {
  const { box = '0 0 24 24', body = PLAIN } = SHAPE.exec(manifest?.icon ?? '')?.groups ?? {};
  const drawn = ALLOWED.test(body) ? PLAIN : body;
  return (
    `<svg x="${at.x}" y="${at.y}" width="${at.size}" height="${at.size}" viewBox="${box}" color="${at.colour}" ` +
    `fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${drawn}</svg>`
  );
};
