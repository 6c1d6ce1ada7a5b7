/** Hands a file to the browser, which keeps it where the person keeps downloads. */
export const saveFile = ({ name, content }: { readonly name: string; readonly content: Blob }): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};
