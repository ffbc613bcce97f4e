/** Reports in the manner of many years and places, all invented: [what is peculiar, text, every figure it states]. */
export const proseStyles: [name: string, text: string, figures: Record<string, number>][] = [
  [
    "a district of 2010, channels after their shares",
    `（二）依申请公开政府信息情况
1、申请情况
2010年度，我区共受理政府信息公开申请187件，其中，当面申请61件，占总数的32.6%；以网上提交表单形式申请102件，占54.5%；以信函形式申请21件；以传真形式申请3件。
从申请的信息内容来看，主要涉及土地征用、房屋动拆迁、规划许可等方面。
2、申请处理情况
在已经答复的180件申请中：
“同意公开”的92件，占总数的51.1%，主要涉及……；
“同意部分公开”的4件；
“不予公开”的7件；
“非政府信息、政府信息不存在、非本机关政府信息、申请内容不明确、重复申请”的77件。
三、复议、诉讼和申诉情况
2010年度本区发生有关政府信息公开事务的行政复议案5件，其中维持具体行政行为4件，撤销1件；发生行政诉讼案件3件，均被驳回。收到申诉2件。
四、收费和减免情况
2010年，本区政府信息公开共收取检索费、复印费等1,380.50元，减免费用200元。`,
    {
      applications: 187,
      applicationsInPerson: 61,
      applicationsByFax: 3,
      applicationsOnline: 102,
      applicationsByLetter: 21,
      replies: 180,
      repliesGranted: 92,
      repliesPartiallyGranted: 4,
      repliesDenied: 7,
      reconsiderations: 5,
      reconsiderationsUpheld: 4,
      reconsiderationsCorrected: 1,
      litigations: 3,
      fees: 0.13805,
    },
  ],
  [
    "a city of 2011 with kinds of documents and inquiries",
    `二、主动公开政府信息的情况
截至2011年底，市政府共主动公开政府信息2356条，全文电子化率达100%。
在主动公开的信息中，机构职能类信息126条，占总体的比例为5.3%；法规文件类信息311条，占13.2%；工作动态类信息1919条，占81.5%。
三、政府信息依申请公开情况
（一）公民、法人和其他组织申请公开政府信息的情况
2011年，全市共受理公民、法人和其他组织提出的政府信息公开申请共35宗。其中，网上申请20宗，占57%；当面申请10宗，占29%；书面信函申请5宗，占14%。
（二）申请处理情况
所有申请均按期答复。其中，同意公开的25宗，同意部分公开的3宗，信息不存在的4宗，不属于本机关掌握的3宗。
（三）咨询处理情况
共接受公民、法人及其他组织政府信息公开方面的咨询3120人次，其中现场咨询1200人次，电话咨询1800人次，网上咨询120人次。`,
    {
      activeDisclosure: 2356,
      applications: 35,
      applicationsInPerson: 10,
      applicationsOnline: 20,
      applicationsByLetter: 5,
      repliesGranted: 25,
      repliesPartiallyGranted: 3,
      repliesNotHeld: 3,
      repliesNonexistent: 4,
      inquiries: 3120,
    },
  ],
  [
    "denials clause by clause, a heading that leads its sentence",
    `四、行政复议和行政诉讼情况
2009年，我局没有发生因政府信息公开申请行政复议、提起行政诉讼的情况；没有收到对政府信息公开工作的举报投诉。
五、收费及减免情况：2009年度我局政府信息公开工作未收取任何费用，也没有减免情况。`,
    { reconsiderations: 0, litigations: 0, complaints: 0, fees: 0 },
  ],
  [
    "a paragraph that says it all, brackets within",
    `2015年，我县共收到政府信息公开申请9件（其中当面申请2件，网络申请6件，信函申请1件），均按期办结，其中同意公开6件、不同意公开1件（涉及个人隐私1件）、申请信息不存在2件。收到行政复议申请1件，维持1件；行政诉讼0件。举报投诉0件。依申请公开信息收取费用0万元。`,
    {
      applications: 9,
      applicationsInPerson: 2,
      applicationsOnline: 6,
      applicationsByLetter: 1,
      repliesGranted: 6,
      repliesDenied: 1,
      repliesNonexistent: 2,
      reconsiderations: 1,
      litigations: 0,
      complaints: 0,
      fees: 0,
    },
  ],
  [
    "a body that tells whom it redirected, and cases still pending",
    `三、依申请公开政府信息工作情况
全年受理依申请公开申请12件，办结12件，其中属于主动公开范围的3件，同意公开的5件，告知向其他部门申请（不属于本机关职责）的2件，告知补正的2件。
四、因政府信息公开被申请行政复议1件，复议机关维持；被提起行政诉讼2件，一审判决驳回原告诉讼请求1件，尚在审理1件。`,
    {
      applications: 12,
      repliesAlreadyPublic: 3,
      repliesGranted: 5,
      repliesNotHeld: 2,
      repliesUnclearOrRedirected: 2,
      reconsiderations: 1,
      litigations: 2,
      litigationsUpheld: 1,
    },
  ],
  [
    "the form of 2014 told in prose",
    `（三）回应解读情况。全市回应公众关注热点或重大舆情1020次。参加或举办新闻发布会58次，其中主要负责同志参加新闻发布会12次；政府网站在线访谈45次；发布政策解读稿件800篇。
（一）主动公开情况。全市主动公开政府信息203456条。其中主动公开规范性文件560条；通过政府公报公开2310条，政府网站公开180003条，政务微博公开12000条，政务微信公开8000条，其他方式公开1143条。
（二）依申请公开情况。全市收到政府信息公开申请1305件，比上年增加215件，增长19.7%。其中当面申请300件，传真申请12件，网络申请790件，信函申请203件。按时办结1250件，延期办结40件。
申请答复1290件：属于已主动公开范围310件，同意公开答复510件，同意部分公开答复60件，不同意公开答复90件，不属于本行政机关公开120件，申请信息不存在130件，告知作出更改补充40件，告知通过其他途径办理30件。`,
    {
      activeDisclosure: 203456,
      gazetteDocuments: 2310,
      websiteDisclosures: 180003,
      pressConferences: 58,
      applications: 1305,
      applicationsInPerson: 300,
      applicationsByFax: 12,
      applicationsOnline: 790,
      applicationsByLetter: 203,
      completedOnTime: 1250,
      completedExtended: 40,
      replies: 1290,
      repliesAlreadyPublic: 310,
      repliesGranted: 510,
      repliesPartiallyGranted: 60,
      repliesDenied: 90,
      repliesNotHeld: 120,
      repliesNonexistent: 130,
      repliesUnclearOrRedirected: 70,
    },
  ],
  [
    "sites and gazette named after a short whole",
    `二、2012年政府信息公开工作情况
（一）主动公开政府信息情况
1.公开的数量：共公开各类政府信息4,120条，其中市政府门户网站3,980条、政府公报110条、新闻发布会30场次。
（二）2012年未收到政府信息依申请公开事项。`,
    { activeDisclosure: 4120, gazetteDocuments: 110, websiteDisclosures: 3980, pressConferences: 30 },
  ],
  [
    "eight months of 2008, answers that provide",
    `（一）申请情况
2008年5月1日至12月31日，本机关共收到公开申请21件，其中书面申请15件，电子邮件申请6件。
（二）答复情况
21件申请全部予以答复。其中：主动公开范围内4件；同意提供13件；不予提供1件；不属本机关3件。`,
    {
      applications: 21,
      applicationsOnline: 6,
      repliesAlreadyPublic: 4,
      repliesGranted: 13,
      repliesDenied: 1,
      repliesNotHeld: 3,
    },
  ],
  [
    "a commission of 2014, cases carried over",
    `三、依申请公开政府信息情况
2014年，我委共收到政府信息公开申请58件，较2013年增加12件。其中，通过信函方式申请31件，通过网络方式申请24件，当面申请3件。已办结56件，2件结转至2015年办理。答复情况：公开19件，部分公开2件，不予公开6件，信息不存在11件，非本机关公开9件，已移送其他部门2件，其他7件。`,
    {
      applications: 58,
      applicationsInPerson: 3,
      applicationsOnline: 24,
      applicationsByLetter: 31,
      repliesGranted: 19,
      repliesPartiallyGranted: 2,
      repliesDenied: 6,
      repliesNotHeld: 9,
      repliesNonexistent: 11,
    },
  ],
  [
    "replies with the reasons of denials",
    `（三）申请答复情况。全市各级行政机关答复政府信息公开申请1,012件。其中，属于已主动公开范围的261件，占25.8%；同意公开的402件，占39.7%；同意部分公开的31件；不同意公开的58件，其中涉及国家秘密3件、商业秘密8件、个人隐私12件、危及国家安全等1件、不是《条例》所指政府信息20件、法律法规规定的其他情形14件；不属于本行政机关公开的110件；申请信息不存在的98件；告知作出更改补充的21件；告知通过其他途径办理的31件。`,
    {
      replies: 1012,
      repliesAlreadyPublic: 261,
      repliesGranted: 402,
      repliesPartiallyGranted: 31,
      repliesDenied: 58,
      repliesNotHeld: 110,
      repliesNonexistent: 98,
      repliesUnclearOrRedirected: 52,
    },
  ],
  [
    "proceedings by numbered paragraphs",
    `五、行政复议、诉讼和举报情况
（一）2016年，全市因政府信息公开被提起行政复议26件，被依法纠错3件，维持具体行政行为20件，其他情形3件。
（二）发生行政诉讼17件，维持具体行政行为或者驳回原告诉讼请求12件，被依法纠错2件，其他情形3件。
（三）收到举报投诉4件。`,
    {
      reconsiderations: 26,
      reconsiderationsUpheld: 20,
      reconsiderationsCorrected: 3,
      reconsiderationsOther: 3,
      litigations: 17,
      litigationsUpheld: 12,
      litigationsCorrected: 2,
      litigationsOther: 3,
      complaints: 4,
    },
  ],
  [
    "handled applications and proceedings won",
    `2.依申请公开情况。全年共办理依申请公开33件，均在法定期限内答复，未发生收费情况。行政复议2件、行政诉讼1件，均胜诉。`,
    { applications: 33, reconsiderations: 2, litigations: 1, fees: 0 },
  ],
  [
    "a web site before the whole",
    `一、主动公开情况
本年度通过“云岭”门户网站公开信息1860条，其中：公文法规120条、工作动态1500条、人事信息40条、其他200条。编发政务简报24期。全年主动公开政府信息共计2051条。`,
    { activeDisclosure: 2051, websiteDisclosures: 1860 },
  ],
  [
    "a township where nothing happened",
    `三、政府信息依申请公开情况
本年度受理市民申请0件，未收取费用；因信息公开申请行政复议0件，提起行政诉讼0件。`,
    { applications: 0, reconsiderations: 0, litigations: 0, fees: 0 },
  ],
  [
    "a heading that names three matters, none of which happened",
    `四、申请行政复议、提起行政诉讼、举报投诉情况
2017年，全县没有行政复议、行政诉讼和举报投诉案件发生。`,
    { reconsiderations: 0, litigations: 0, complaints: 0 },
  ],
  [
    "one sentence of a township",
    `2013年，镇政府共收到依申请公开事项1件，已按规定答复，无收费和减免情况，无行政复议、诉讼情况。`,
    { applications: 1, reconsiderations: 0, litigations: 0, fees: 0 },
  ],
  [
    "last year's figure of a narrower scope at the end",
    `（二）依申请公开。2012年共收到申请15件，答复15件，答复率100%。在已答复的申请中，“同意公开”8件、“同意部分公开”1件、“不予公开”1件、“信息不存在”3件、“非本机关掌握”2件。申请人对答复不服提出行政复议1件，复议机关维持1件。本级政府2011年收到申请12件。`,
    {
      applications: 15,
      replies: 15,
      repliesGranted: 8,
      repliesPartiallyGranted: 1,
      repliesDenied: 1,
      repliesNotHeld: 2,
      repliesNonexistent: 3,
      reconsiderations: 1,
      reconsiderationsUpheld: 1,
    },
  ],
];
