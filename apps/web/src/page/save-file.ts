/** Hands a file to the browser's downloads. */
export const saveFile = ({ name, content }: { readonly name: string; readonly content: Blob }): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** A name of a thing as the name of its file. */
export const fileName = (name: string, ending: string): string => {
  const bare = name.replace(/[\u0000-\u001f\\/:*?"<>|]+/g, '-').replace(/[\s.]+$/, '');
  return `${bare.slice(0, 120) || 'potok'}.${ending}`;
};
