import type { releaseMessagesEn } from "./release-messages.en.ts";

/** Persian words of releases. */
export const releaseMessagesFa: Record<keyof typeof releaseMessagesEn, string> = {
  "release.profile.public": "برای همگان",
  "release.profile.partners": "برای همکاران",
  "release.profile.commission": "برای کمیسیون تحقیق",
  "release.readme":
    "انتشاری {profile}.\n\ndata/people.csv و data/people.jsonl: کسانی که در فهرست‌ها نام برده شده‌اند، تا آنجا که کسی تصمیم گرفته است نشان داده شوند. مقدارهای چند فهرست کنار هم آمده‌اند و هیچ‌یک برگزیده نشده است. تاریخ شاید کلی‌تر از آن باشد که پرونده می‌داند.\ndata/statements.jsonl: آنچه گویندگان گفته‌اند، هر یک با منبع آن. گزاره یافته نیست.\ndata/figures.json: پاسخ‌های پرونده. آنچه مستند است از منبع‌های مهرشده شمرده شده؛ آنچه برآورد است از مدلی با فرض آن آمده است. این دو هرگز با هم جمع نمی‌شوند.\ndata/sites.geojson: مکان‌ها، نه دقیق‌تر از آنچه می‌توان گفت.\ndata/inventory.json: شناسه‌های آنچه در آن هست؛ data/method.json: فهرست‌ها چگونه خوانده شده‌اند، هر برآورد چه فرضی دارد و نمایه چه چیزی را بیرون می‌دهد؛ data/changes.txt و data/changes.json، اگر انتشاری پیش از آن بوده است: چه چیزی تغییر کرده و چرا.\ndata/proofs: آنچه هر گزاره و منبع را به دفتر پرونده پیوند می‌دهد. leaves.jsonl هش کنشی را که آن را ثبت کرده است و راه از آن تا checkpoint را دارد که امضا شده است. بیشتر کنش‌ها بیش از آن دارند که این انتشار می‌تواند بگوید و در پرونده می‌مانند؛ آنگاه هش یک تعهد است. نگه‌دارندهٔ پرونده می‌تواند بعدها کنش را به دادگاه نشان دهد و باید همان باشد که پیش از نقطهٔ وارسی ثبت شده است؛ تا آن زمان می‌بینید که چنین کنشی هست، نه اینکه همان را می‌گوید که اینجا آمده است. کنشی که همهٔ آن گفتنی است در acts.jsonl آمده و فایلی که همهٔ آن گفتنی است در data/blobs. هیچ گواهی‌ای نمی‌گوید گزاره‌ای راست است.\ndata/dossier: همین‌ها به شکل سندی برای خواندن، به PDF و به DOCX و Markdown برای ویرایش؛ data/memorial، در انتشار برای همگان: صفحه‌های کسانی که می‌توان نشان داد، که از index.html و بی شبکه باز می‌شوند. برون‌داد در این قالب هیچ‌یک را ندارد.\nrelease.json: پرونده، نقطهٔ وارسی دفتر آن، و اینکه چه اندازه در انتشار هست و چه اندازه نیست و چرا.\nاین پوشه یک بستهٔ BagIt است (RFC 8493): با sha256sum --check manifest-sha256.txt tagmanifest-sha256.txt همهٔ فایل‌ها وارسی می‌شوند. وارس مستقل گواهی‌ها را نیز بی پرونده و بی شبکه وارسی می‌کند: node verify.mjs FOLDER --root ROOT --key KEY. آن را، و ریشه و کلید را، از جایی جز دهندهٔ این پوشه بگیرید: هر که پوشه را دگرگون کند می‌تواند هرچه همراه آن است دگرگون کند.\n\nکسی که در این انتشار نیست شاید از جان‌باختگان باشد: برخی شمرده شده‌اند و نشان داده نمی‌شوند و برخی پوشیده مانده‌اند. این انتشار را برای یافتن هویت کسی با داده‌های دیگر در نیامیزید. اگر انتشاری کسی را که پیش‌تر نشان داده شده بود بیرون گذاشت، شما نیز او را از آنچه ساخته‌اید بیرون بگذارید.",
  "release.changed.since": "آنچه از انتشار {number} در {on} تغییر کرده است (ریشه {root}).",
  "release.changed.no-figure": "هیچ رقمی تغییر نکرده است.",
  "release.changed.figure": "{label}: {before} ← {after}. چرا: {why}. ({id})",
  "release.changed.figure-gone":
    "رقمی دیگر نشان داده نمی‌شود ({id}). آن را از آنچه از انتشار پیشین ساخته‌اید بردارید.",
  "release.changed.nothing": "در انتشار نیست",
  "release.changed.statement.corrected": "گزارهٔ {id} اصلاح شد.",
  "release.changed.statement.corrected-by": "گزارهٔ {id} اصلاح شد: {by} جای آن را گرفته است.",
  "release.changed.statement.withdrawn": "کسانی که گزارهٔ {id} را ثبت کرده بودند آن را پس گرفتند.",
  "release.changed.statement.no-longer-shown":
    "گزارهٔ {id} دیگر نشان داده نمی‌شود. آن را از آنچه از انتشار پیشین ساخته‌اید بیرون بگذارید.",
  "release.changed.counts":
    "گزاره‌های تازه: {statements}. کسان: {peopleAdded} تازه، {peopleRemoved} که دیگر نشان داده نمی‌شوند یا شناسهٔ دیگری دارند، {peopleChanged} که به گونه‌ای دیگر نشان داده می‌شوند. مکان‌ها: {sitesAdded} تازه، {sitesRemoved} که دیگر نشان داده نمی‌شوند، {sitesChanged} که به گونه‌ای دیگر نشان داده می‌شوند.",
  "release.cause.statement-added": "گزارهٔ {statement} آمد",
  "release.cause.statement-removed": "گزارهٔ {statement} دیگر پشت آن نیست",
  "release.cause.list-imported": "فهرست {list} از نو وارد شد",
  "release.cause.linked-anew": "فهرست‌ها از نو پیوند داده شدند",
  "release.cause.estimated-anew": "از نو برآورد شد",
  "release.cause.figure-added": "رقم تازه است",
  "release.cause.figure-removed": "رقم دیگر نشان داده نمی‌شود",
  "release.cause.unknown":
    "پشتوانهٔ آن همان است؛ به گونه‌ای دیگر شمرده شده یا دربارهٔ جفت‌های ردیف‌ها تصمیم گرفته‌اند",
};
