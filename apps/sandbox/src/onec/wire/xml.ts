const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);

export const ATOM = 'http://www.w3.org/2005/Atom';
export const DATA = 'http://schemas.microsoft.com/ado/2007/08/dataservices';
export const METADATA = 'http://schemas.microsoft.com/ado/2007/08/dataservices/metadata';
