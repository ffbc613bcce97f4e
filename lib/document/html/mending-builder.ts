import { html, Parser, Token, type Tokenizer, TokenizerMode, type TreeAdapter, type TreeAdapterTypeMap } from "parse5";
import { limits } from "../limits.ts";
import { RejectionError } from "../rejection.ts";
import type { PageHandler, TextMode } from "./page-handler.ts";
import { createPageElement, detachPageNode, insertPageNode, type PageElement, type PageNode } from "./page-node.ts";
import { listAttributes } from "./read-attribute.ts";

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

/** Elements whose attributes the tree builder itself looks at. */
const inspected = new Set(["input", "font", "annotation-xml"]);

const textModes = new Map<number, TextMode>([
  [TokenizerMode.DATA, "markup"],
  [TokenizerMode.RCDATA, "references"],
  [TokenizerMode.PLAINTEXT, "plain"],
]);

/** Gives a page's pieces to parse5's tree builder, which mends whatever is wrong with them as browsers do. */
export class MendingBuilder implements PageHandler {
  /** Set by the tree builder: how the text after a start tag is to be read, and whether it stands in SVG or MathML. */
  state: number = TokenizerMode.DATA;
  inForeignNode = false;
  #line = 1;
  readonly #parser: Parser<PageMap>;

  constructor() {
    this.#parser = new Parser<PageMap>({ treeAdapter: createAdapter(() => this.#line) });
    // The tree builder only sets `state` and `inForeignNode` of its tokenizer.
    this.#parser.tokenizer = this as unknown as Tokenizer;
  }

  get document(): PageElement {
    return this.#parser.document;
  }

  startTag(name: string, attributes: string, selfClosing: boolean, line: number): TextMode {
    this.#line = line;
    const token = toTag(Token.TokenType.START_TAG, name, selfClosing);
    if (attributes !== "") token.attrs.push({ name: "", value: attributes });
    if (attributes !== "" && inspected.has(name)) {
      for (const [attribute, value] of listAttributes(attributes)) token.attrs.push({ name: attribute, value });
    }
    this.state = TokenizerMode.DATA;
    this.#parser.onStartTag(token);
    return textModes.get(this.state) ?? "raw";
  }

  endTag(name: string, line: number): boolean {
    this.#line = line;
    this.#parser.onEndTag(toTag(Token.TokenType.END_TAG, name, false));
    return true;
  }

  space(chars: string, line: number): boolean {
    this.#line = line;
    this.#parser.onWhitespaceCharacter({ type: Token.TokenType.WHITESPACE_CHARACTER, chars, location: null });
    return true;
  }

  text(chars: string, line: number): boolean {
    this.#line = line;
    this.#parser.onCharacter({ type: Token.TokenType.CHARACTER, chars, location: null });
    return true;
  }

  /** Old documents put the tree builder into a mode in which a table may stand inside a paragraph. */
  doctype(name: string, publicId: string | null, systemId: string | null): boolean {
    const type = Token.TokenType.DOCTYPE;
    this.#parser.onDoctype({ type, name, forceQuirks: false, publicId, systemId, location: null });
    return true;
  }

  end(): boolean {
    this.#parser.onEof({ type: Token.TokenType.EOF, location: null });
    return true;
  }
}

function toTag(type: Token.TagToken["type"], tagName: string, selfClosing: boolean): Token.TagToken {
  const tagID = html.getTagID(tagName);
  return { type, tagName, tagID, selfClosing, ackSelfClosing: false, attrs: [], location: null };
}
