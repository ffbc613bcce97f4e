import type { Rejection, RejectionCode } from "./document.ts";

/** One sentence for each code, in words a clerk can act on. */
const messages: Record<RejectionCode, { zh: string; en: string }> = {
  empty: { zh: "文件是空的，请重新导出后再上传。", en: "The file is empty; export it again and upload it anew." },
  "too-large": {
    zh: "文件超过50MB，请压缩图片或只上传年度报告正文。",
    en: "The file is larger than 50 MB; compress its images or upload the report alone.",
  },
  "too-complex": {
    zh: "文件内容过于庞大或结构异常，超出了处理的时间或内存限制，请另存为普通的PDF、网页或文本后再上传。",
    en: "The file's content exceeds the limits of time or memory; save it as a plain PDF, HTML or text file.",
  },
  "unsupported-type": {
    zh: "不支持这种文件类型，请上传PDF、网页（HTML）或纯文本文件。",
    en: "This type of file is not supported; upload PDF, HTML or plain text.",
  },
  "undecodable-text": {
    zh: "无法识别文件的文字编码，请另存为UTF-8编码的文本后再上传。",
    en: "The text's encoding cannot be recognised; save it as UTF-8.",
  },
  "pdf-encrypted": {
    zh: "PDF设有打开密码，请去除密码后再上传。",
    en: "The PDF is protected by a password; remove the password and upload it again.",
  },
  "pdf-corrupt": {
    zh: "PDF文件已损坏或不完整，请重新导出后再上传。",
    en: "The PDF is damaged or incomplete; export it again.",
  },
  "pdf-no-text": {
    zh: "PDF里没有可读取的文字（可能是扫描件），请上传由电子文档直接导出的PDF。",
    en: "The PDF holds no readable text (probably scanned pages); upload a PDF exported from the electronic document.",
  },
  "no-report": {
    zh: "文件里没有找到政府信息公开工作年度报告，请确认上传的文件是否正确。",
    en: "No government-information-disclosure annual report was found in the file; check that it is the right file.",
  },
  "object-gone": {
    zh: "读取时文件已被删除，如仍需检查请重新上传。",
    en: "The file had been deleted when it was to be read; upload it again if it should be checked.",
  },
};

/** Makes the rejection for `code`, its message in Chinese or, by option, English. */
export function toRejection(code: RejectionCode, language: "zh" | "en" = "zh"): Rejection {
  return { code, message: messages[code][language] };
}

/** Thrown inside the document stage only; `readDocument` turns it into a rejection. */
export class RejectionError extends Error {
  readonly code: RejectionCode;
  constructor(code: RejectionCode, options?: ErrorOptions) {
    super(`rejected: ${code}`, options);
    this.name = "RejectionError";
    this.code = code;
  }
}
