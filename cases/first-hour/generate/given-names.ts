/**
 * Common given names, most common first: Persian spelling | romanisations in use | Arabic spelling, where it
 * differs by more than the letters that Arabic writes otherwise. Compiled by hand; no list of real people went in.
 */

export const MEN = `
محمد|Mohammad Mohamad Mohammed
علی|Ali Aly
حسین|Hossein Hosein Hussein
مهدی|Mehdi Mahdi Mahdy
حسن|Hassan Hasan
رضا|Reza Riza
احمد|Ahmad Ahmed|أحمد
محمدرضا|Mohammadreza Mohammad-Reza Mohamadreza
عباس|Abbas Abas
علیرضا|Alireza Ali-Reza
امیر|Amir Ameer|أمير
ابراهیم|Ebrahim Ibrahim Ebraheem|إبراهيم
اکبر|Akbar Akber|أكبر
محمود|Mahmoud Mahmud Mahmood
جواد|Javad Jawad
حمید|Hamid Hameed
مجید|Majid Majeed
سعید|Saeed Said Saeid
اصغر|Asghar Asqar|أصغر
قاسم|Ghasem Qasem Qassem
ناصر|Naser Nasser
مصطفی|Mostafa Mustafa|مصطفى
مرتضی|Morteza Murtaza|مرتضى
مسعود|Masoud Massoud Masud
ابوالفضل|Abolfazl Abolfazel|أبو الفضل
کریم|Karim Kareem
رحیم|Rahim Raheem
یوسف|Yousef Yusef Yousof
اسماعیل|Esmail Esmaeil Ismail|إسماعيل
کاظم|Kazem Kazim
غلامرضا|Gholamreza Gholam-Reza Qolamreza
داود|Davoud Davood Dawud
جعفر|Jafar Ja'far Jaafar
هادی|Hadi Hady
محسن|Mohsen Mohsin
حبیب|Habib Habeeb
علی‌اکبر|Aliakbar Ali-Akbar|علي أكبر
محمدعلی|Mohammadali Mohammad-Ali Mohamadali
رسول|Rasoul Rasool Rasul
منصور|Mansour Mansoor Mansur
بهرام|Bahram Behram
بهمن|Bahman Behman
فرهاد|Farhad Ferhad
خسرو|Khosrow Khosro Khosrou
بیژن|Bijan Bizhan
پرویز|Parviz Parwiz
هوشنگ|Houshang Hooshang Hushang
ایرج|Iraj Eeraj|إيرج
کامران|Kamran Kamraan
کیوان|Keyvan Kayvan Keivan
سیاوش|Siavash Siyavash Siavosh
آرش|Arash Aarash
شاهرخ|Shahrokh Shahrukh
جمشید|Jamshid Jamsheed
فریدون|Fereydoun Fereidoun Faridun
منوچهر|Manouchehr Manuchehr Manoochehr
اردشیر|Ardeshir Ardashir|أردشير
سهراب|Sohrab Suhrab
رستم|Rostam Rustam
بهروز|Behrouz Behrooz Behruz
فریبرز|Fariborz Faribourz
نادر|Nader Nadir
یعقوب|Yaghoub Yaqub Yaghoob
یحیی|Yahya Yahia|يحيى
موسی|Mousa Musa Moosa|موسى
عیسی|Isa Eisa Issa|عيسى
صادق|Sadegh Sadeq Sadiq
باقر|Bagher Baqer Baqir
طاهر|Taher Tahir
جلال|Jalal Jalaal
کمال|Kamal Kamaal
جمال|Jamal Jamaal
نعمت‌الله|Nematollah Ne'matollah Nematullah|نعمة الله
روح‌الله|Rouhollah Ruhollah Roohollah
عبدالله|Abdollah Abdullah|عبد الله
حجت|Hojjat Hojat|حجة
عزت‌الله|Ezzatollah Ezatollah|عزة الله
فتح‌الله|Fathollah Fathullah
سیف‌الله|Seyfollah Seifollah
عبدالرضا|Abdolreza Abdorreza|عبد الرضا
عبدالکریم|Abdolkarim Abdul-Karim|عبد الكريم
عزیز|Aziz Azeez
اسد|Asad Assad|أسد
اسدالله|Asadollah Assadollah|أسد الله
نصرالله|Nasrollah Nasrullah|نصر الله
خلیل|Khalil Khaleel
جلیل|Jalil Jaleel
سلیمان|Soleyman Soleiman Suleiman
شهرام|Shahram Shahraam
شهریار|Shahriar Shahryar
کوروش|Kourosh Koorosh Kurosh
بابک|Babak Babek
مازیار|Maziar Mazyar
امید|Omid Omeed|أميد
پیمان|Peyman Payman Peiman
پژمان|Pejman Pezhman
تیمور|Teymour Teimour Taymur
توفیق|Tofigh Towfiq Tofiq
حیدر|Heydar Haydar Heidar
صفر|Safar Safer
قربان|Ghorban Qorban Ghurban
یدالله|Yadollah Yadullah|يد الله
`;

export const WOMEN = `
فاطمه|Fatemeh Fatima Fatemah|فاطمة
زهرا|Zahra Zehra|زهراء
مریم|Maryam Mariam
معصومه|Masoumeh Masumeh Masoomeh|معصومة
زینب|Zeynab Zeinab Zaynab
سکینه|Sakineh Sakine|سكينة
صدیقه|Sedigheh Sediqeh Seddigheh|صديقة
طاهره|Tahereh Tahere|طاهرة
مهین|Mahin Maheen
پروین|Parvin Parveen
پری|Pari Paree
شهلا|Shahla Shehla
مینا|Mina Meena
مهناز|Mahnaz Mehnaz
فرزانه|Farzaneh Farzane
فریده|Farideh Faride|فريدة
فرشته|Fereshteh Freshteh
شهین|Shahin Shaheen
نسرین|Nasrin Nasreen
نرگس|Narges Nargess|نرجس
لیلا|Leila Leyla Layla|ليلى
ناهید|Nahid Naheed
سهیلا|Soheila Soheyla
سیمین|Simin Seemin
پوران|Pouran Pooran
ایراندخت|Irandokht Iran-Dokht|إيراندخت
توران|Touran Tooran Turan
زری|Zari Zaree
زیبا|Ziba Zeeba
گیتی|Giti Geeti
ژاله|Jaleh Zhaleh
ژیلا|Jila Zhila
هما|Homa Huma
هاجر|Hajar Hajer
حمیده|Hamideh Hamide|حميدة
حوریه|Hourieh Hooriyeh|حورية
خدیجه|Khadijeh Khadija|خديجة
رقیه|Roghayeh Roqayeh Ruqayya|رقية
ربابه|Robabeh Robabe|ربابة
رؤیا|Roya Rouya
سوسن|Sousan Susan Soosan
شیرین|Shirin Shireen
صغری|Soghra Sughra|صغرى
کبری|Kobra Kubra|كبرى
عفت|Effat Efat|عفة
عصمت|Esmat Ismat|عصمة
عزت|Ezzat Ezat|عزة
اعظم|Azam A'zam|أعظم
اکرم|Akram Akrem|أكرم
اشرف|Ashraf Ashref|أشرف
بتول|Batoul Batool
بهجت|Behjat Bahjat|بهجة
منیژه|Manijeh Manizheh|منيجة
منیره|Monireh Munireh|منيرة
میترا|Mitra Meetra
نیره|Nayereh Nayyereh|نيرة
نوشین|Noushin Nooshin
یاسمین|Yasmin Yasamin
`;
