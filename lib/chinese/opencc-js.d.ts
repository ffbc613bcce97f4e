declare module "opencc-js/dict/TSCharacters" {
  /** Pairs "traditional simplified", parted by bars. */
  const pairs: string;
  export default pairs;
}
