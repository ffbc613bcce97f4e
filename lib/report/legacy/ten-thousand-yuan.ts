import type { MoneyUnit } from "../../forms/form.ts";

const shift: Record<MoneyUnit, number> = { 元: -4, 万元: 0, 亿元: 4 };

/** An amount in `unit` (none: as printed) → 万元, its decimal point moved without error of floating point. */
export function toTenThousandYuan(amount: number, unit: MoneyUnit | undefined): number {
  return unit === undefined || amount === 0 ? amount : Number(`${amount}e${shift[unit]}`);
}
