/** `T` with every member optional, at every depth. Values that are not plain data, such as a `Blob`, stay whole. */
export type DeepPartial<T> = T extends Blob | Date | ((...parameters: never) => unknown)
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DeepPartial<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]?: DeepPartial<T[Key]> }
      : T;
