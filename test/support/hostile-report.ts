import type { Report } from "../../lib/report/report.ts";
import type { Finding } from "../../lib/validator/finding.ts";
import { sampleReport } from "./sample-report.ts";

const attacks = [
  "<script>pwned=1</script>",
  "</script><script>pwned=2</script>",
  "</style><script>pwned=3</script>",
  '"><img src=x onerror=pwned=4>',
  "' onfocus='pwned=5' autofocus='",
  "<svg/onload=pwned=6>",
  "javascript:pwned=7",
  "<iframe srcdoc='<script>parent.pwned=8</script>'></iframe>",
  "<!--<base href=//evil.example>",
  "<a href=javascript:pwned=9>点击</a><form action=//evil.example><button>",
  "\u202E反\u2066向\u2069",
  "`onload=pwned=10`",
  "<meta http-equiv=refresh content='0;url=//evil.example'>",
  "</title></textarea></template><object data=//evil.example>",
];

/** A report every text of which tries to leave its place, and a selector of elements that only it would bring. */
export function hostileSample(): { report: Report; findings: Finding[]; plainElements: string } {
  const all = attacks.join("");
  const cells: Record<string, string> = {};
  const columns = ["naturalPerson", "commercialEnterprise", "researchInstitution", "socialOrganization"];
  attacks.forEach((attack, i) => {
    cells[
      `applications.${["granted", "partiallyGranted", "newlyReceived", "carriedOver"][i % 4]}.${columns[Math.floor(i / 4)]}`
    ] = attack;
  });
  const report = sampleReport({
    agency: all,
    cells,
    prose: attacks.map((attack, i): [number, string] => [i % 7, `前${attack}后`]),
  });
  const evidence = attacks.map((text, i) => ({ text, location: { line: 5 + i * 3 } }));
  const findings = attacks.map(
    (attack): Finding => ({
      rule: attack,
      severity: "error",
      message: attack,
      cells: ["applications.granted.naturalPerson", "applications.newlyReceived.total", `applications.${attack}`],
      expected: 1,
      actual: null,
      evidence: [...evidence, { text: attack, location: { line: 1 }, source: attack }],
      repair: { cell: "applications.newlyReceived.total", value: 1 },
    }),
  );
  return {
    report,
    findings,
    plainElements:
      "script, img, svg, iframe, base, form, button, object, meta[http-equiv=refresh], a[href^='javascript']",
  };
}
