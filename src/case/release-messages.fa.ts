import type { releaseMessagesEn } from "./release-messages.en.ts";

/** Persian words of releases. */
export const releaseMessagesFa: Record<keyof typeof releaseMessagesEn, string> = {
  "release.profile.public": "برای همگان",
  "release.profile.partners": "برای همکاران",
  "release.profile.commission": "برای کمیسیون تحقیق",
  "release.readme":
    "انتشاری {profile}.\n\ndata/people.csv و data/people.jsonl: کسانی که در فهرست‌ها نام برده شده‌اند، تا آنجا که کسی تصمیم گرفته است نشان داده شوند. مقدارهای چند فهرست کنار هم آمده‌اند و هیچ‌یک برگزیده نشده است. تاریخ شاید کلی‌تر از آن باشد که پرونده می‌داند.\ndata/statements.jsonl: آنچه گویندگان گفته‌اند، هر یک با منبع آن. گزاره یافته نیست.\ndata/figures.json: پاسخ‌های پرونده. آنچه مستند است از منبع‌های مهرشده شمرده شده؛ آنچه برآورد است از مدلی با فرض آن آمده است. این دو هرگز با هم جمع نمی‌شوند.\ndata/sites.geojson: مکان‌ها، نه دقیق‌تر از آنچه می‌توان گفت.\nrelease.json: پرونده، نقطهٔ وارسی دفتر آن، و اینکه چه اندازه در انتشار هست و چه اندازه نیست و چرا.\nاین پوشه یک بستهٔ BagIt است (RFC 8493): با sha256sum --check manifest-sha256.txt tagmanifest-sha256.txt همهٔ فایل‌ها وارسی می‌شوند.\n\nکسی که در این انتشار نیست شاید از جان‌باختگان باشد: برخی شمرده شده‌اند و نشان داده نمی‌شوند و برخی پوشیده مانده‌اند. این انتشار را برای یافتن هویت کسی با داده‌های دیگر در نیامیزید. اگر انتشاری کسی را که پیش‌تر نشان داده شده بود بیرون گذاشت، شما نیز او را از آنچه ساخته‌اید بیرون بگذارید.",
};
