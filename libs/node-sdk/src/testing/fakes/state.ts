/** What a fake lets a test see: what stands in the stand-in's world now, as plain JSON. */
export interface Seen {
  state(): unknown;
}
