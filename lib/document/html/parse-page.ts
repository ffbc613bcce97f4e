import { html, Parser, type Token, type Tokenizer, type TreeAdapter, type TreeAdapterTypeMap } from "parse5";
import { limits } from "../limits.ts";
import { RejectionError } from "../rejection.ts";
import { createPageElement, detachPageNode, insertPageNode, type PageElement, type PageNode } from "./page-node.ts";
import { PageTokenizer } from "./page-tokenizer.ts";

type PageMap = TreeAdapterTypeMap<
  PageNode,
  PageElement,
  PageNode,
  PageElement,
  PageElement,
  PageElement,
  PageElement,
  PageNode,
  PageElement,
  PageElement
>;

/** Builds page nodes for parse5's tree builder; `lineNow` tells the line of the token being built. */
function createAdapter(lineNow: () => number): TreeAdapter<PageMap> {
  let mode = html.DOCUMENT_MODE.NO_QUIRKS;
  let elements = 0;
  let depth = 0;
  const insertText = (parent: PageElement, text: string, reference: PageNode | null) => {
    insertPageNode(parent, { text, line: lineNow(), parent: null, previous: null, next: null }, reference);
  };
  return {
    createDocument: () => createPageElement("#document", "", "", 1),
    createDocumentFragment: () => createPageElement("#fragment", "", "", 1),
    createElement(name, namespace, attributes) {
      if (++elements > limits.elements) throw new RejectionError("too-complex");
      return createPageElement(name, namespace, attributes[0]?.value ?? "", lineNow());
    },
    createCommentNode: () => createPageElement("#comment", "", "", 1),
    createTextNode: (text) => ({ text, line: lineNow(), parent: null, previous: null, next: null }),
    appendChild: (parent, node) => insertPageNode(parent, node, null),
    insertBefore: insertPageNode,
    insertText: (parent, text) => insertText(parent, text, null),
    insertTextBefore: insertText,
    detachNode: detachPageNode,
    adoptAttributes() {},
    // The content of a template is never shown: it stays outside the tree.
    setTemplateContent() {},
    getTemplateContent: () => createPageElement("#fragment", "", "", 1),
    setDocumentType() {},
    setDocumentMode(_document, value) {
      mode = value;
    },
    getDocumentMode: () => mode,
    getFirstChild: (node) => node.first,
    getChildNodes(node) {
      const children: PageNode[] = [];
      for (let child = node.first; child !== null; child = child.next) children.push(child);
      return children;
    },
    getParentNode: (node) => node.parent,
    getAttrList: (element): Token.Attribute[] => [{ name: "", value: element.attributes }],
    getTagName: (element) => element.name,
    getNamespaceURI: (element) => element.namespace as html.NS,
    getTextNodeContent: (node) => node.text ?? "",
    getCommentNodeContent: () => "",
    getDocumentTypeNodeName: () => "",
    getDocumentTypeNodePublicId: () => "",
    getDocumentTypeNodeSystemId: () => "",
    isTextNode: (node) => node.text !== null,
    isCommentNode: (node): node is PageElement => node.text === null && node.name === "#comment",
    isDocumentTypeNode: (_node): _node is PageElement => false,
    isElementNode: (node): node is PageElement => node.text === null,
    setNodeSourceCodeLocation() {},
    getNodeSourceCodeLocation: () => null,
    updateNodeSourceCodeLocation() {},
    onItemPush() {
      if (++depth > limits.depth) throw new RejectionError("too-complex");
    },
    onItemPop() {
      depth--;
    },
  };
}

/**
 * Parses a page as a browser does (parse5's tree builder, so missing end tags are mended) into nodes that know their
 * source lines; LF, CRLF and CR each end a line. Too many or too deep elements: RejectionError `too-complex`.
 */
export function parsePage(source: string): PageElement {
  let clean = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  if (clean.includes("\0")) clean = clean.replaceAll("\0", "");
  let tokenizer: PageTokenizer | undefined;
  const treeAdapter = createAdapter(() => tokenizer?.line ?? 1);
  const parser = new Parser<PageMap>({ treeAdapter });
  tokenizer = new PageTokenizer(clean, parser);
  // The tree builder only sets `state` and `inForeignNode` of its tokenizer.
  parser.tokenizer = tokenizer as unknown as Tokenizer;
  tokenizer.run();
  return parser.document;
}
