/** The files of pdfjs-dist/cmaps that a bundle must carry in `cmaps/` beside it: simplified and traditional Chinese (0.6 MB). */
export const bundledCMaps = /^(?:Adobe-(?:GB1|CNS1)-|GB|UniGB-|B5|CNS|ETHK|ETen|HK|UniCNS-).*\.bcmap$/;
