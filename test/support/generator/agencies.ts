import type { Random } from "./random.ts";

/** An invented body. `region` is what its prose calls its territory (全县); `rules`: it may make 规章. */
export interface Agency {
  name: string;
  region: string;
  rules: boolean;
}

/** Invented places; none of them exists under this name with this rank. */
const provinces = ["江岭省", "南沧省", "北屏省"];
const cities = ["云州市", "临江州市", "远浦市", "青石市", "望川市", "东泽市", "白鹭市"];
const counties = ["云岭县", "松溪坪县", "石桥河县", "明月县", "柳湾县", "平川岭县"];
const districts = ["新桥区", "河东湾区", "南湖山区", "云门区"];
const towns = ["柳河镇", "大石桥镇", "三岔乡", "望云乡", "杏花岭镇"];
const streets = ["中山门街道", "北河街道", "新华里街道", "青年路街道"];
const offices = ["教育局", "卫生健康局", "市场监督管理局", "司法局", "自然资源局", "统计局", "公安局", "医疗保障局"];
const departments = ["交通运输厅", "财政厅", "生态环境厅", "农业农村厅", "水利厅"];

/** An invented body of any kind that must publish an annual report. */
export function generateAgency(random: Random): Agency {
  const kinds: readonly (() => Agency)[] = [
    () => ({ name: `${random.pick(provinces)}人民政府`, region: "全省", rules: true }),
    () => ({ name: `${random.pick(provinces)}${random.pick(departments)}`, region: "全省", rules: false }),
    () => ({ name: `${random.pick(cities)}人民政府`, region: "全市", rules: true }),
    () => ({ name: `${random.pick(cities)}人民政府办公室`, region: "全市", rules: true }),
    () => ({ name: `${random.pick(cities)}${random.pick(offices)}`, region: "全市", rules: false }),
    () => ({ name: `${random.pick(counties)}人民政府`, region: "全县", rules: false }),
    () => ({ name: `${random.pick(counties)}人民政府办公室`, region: "全县", rules: false }),
    () => ({ name: `${random.pick(counties)}${random.pick(offices)}`, region: "全县", rules: false }),
    () => ({
      name: `${random.pick(cities)}${random.pick(districts)}${random.pick(offices)}`,
      region: "全区",
      rules: false,
    }),
    () => ({ name: `${random.pick(counties)}${random.pick(towns)}人民政府`, region: "全镇", rules: false }),
    () => ({
      name: `${random.pick(cities)}${random.pick(districts)}${random.pick(streets)}办事处`,
      region: "辖区",
      rules: false,
    }),
    () => ({ name: `${random.pick(cities)}高新技术产业开发区管理委员会`, region: "全区", rules: false }),
    () => ({ name: `${random.pick(cities)}工程职业大学`, region: "全校", rules: false }),
  ];
  return random.pick(kinds)();
}
