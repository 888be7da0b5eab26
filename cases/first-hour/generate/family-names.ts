/**
 * Common family names, most common first: Persian spelling | romanisations in use | Arabic spelling, where it
 * differs by more than the letters that Arabic writes otherwise. Compiled by hand; no list of real people went in.
 */
export const FAMILIES = `
محمدی|Mohammadi Mohamadi Mohammady
حسینی|Hosseini Hoseini Husseini
احمدی|Ahmadi Ahmady|أحمدي
رضایی|Rezaei Rezai Rezaee
کریمی|Karimi Kareemi
موسوی|Mousavi Musavi Moussavi
جعفری|Jafari Ja'fari Jaafari
صادقی|Sadeghi Sadeqi Sadighi
قاسمی|Ghasemi Qasemi Qassemi
رحیمی|Rahimi Raheemi
ابراهیمی|Ebrahimi Ibrahimi|إبراهيمي
حیدری|Heydari Heidari Haydari
هاشمی|Hashemi Hashimi
علی‌پور|Alipour Alipoor Alipur
نوری|Nouri Noori Nuri
مرادی|Moradi Muradi
عباسی|Abbasi Abasi
یوسفی|Yousefi Yusefi Yousofi
اکبری|Akbari Akbary|أكبري
زارع|Zare Zareh Zaare
سلیمانی|Soleimani Soleymani Suleimani
رستمی|Rostami Rustami
میرزایی|Mirzaei Mirzai Mirzaee
شریفی|Sharifi Shareefi
باقری|Bagheri Baqeri Bagheree
صالحی|Salehi Saalehi
طاهری|Taheri Tahery
نظری|Nazari Nazary
امینی|Amini Ameeni|أميني
محمودی|Mahmoudi Mahmoodi Mahmudi
رحمانی|Rahmani Rahmany
اسماعیلی|Esmaeili Esmaili Ismaili|إسماعيلي
حسن‌زاده|Hassanzadeh Hasanzadeh
حسین‌زاده|Hosseinzadeh Hoseinzadeh
احمدزاده|Ahmadzadeh Ahmadzade|أحمد زاده
محمدزاده|Mohammadzadeh Mohamadzadeh
عبدی|Abdi Abdy
ملکی|Maleki Malaki
غلامی|Gholami Qolami
جلالی|Jalali Jalaali
کاظمی|Kazemi Kazimi
کمالی|Kamali Kamaali
حبیبی|Habibi Habeebi
خلیلی|Khalili Khaleeli
یعقوبی|Yaghoubi Yaqubi Yaghoobi
شاکری|Shakeri Shakery
عزیزی|Azizi Azeezi
قربانی|Ghorbani Qorbani Ghurbani
بهرامی|Bahrami Behrami
فرهادی|Farhadi Ferhadi
نادری|Naderi Nadery
دهقان|Dehghan Dehqan Dehgan
دهقانی|Dehghani Dehqani
جمشیدی|Jamshidi Jamsheedi
خسروی|Khosravi Khosrawi
امیری|Amiri Ameeri|أميري
اسدی|Asadi Assadi|أسدي
فلاح|Fallah Falah
صفایی|Safaei Safai Safaee
مقدم|Moghadam Moghaddam Moqaddam
کاویانی|Kaviani Kavyani
شفیعی|Shafiei Shafii Shafiee
سعیدی|Saeedi Saidi Saeidi
حمیدی|Hamidi Hameedi
مجیدی|Majidi Majeedi
منصوری|Mansouri Mansoori Mansuri
ناصری|Naseri Nasseri
مسعودی|Masoudi Massoudi Masudi
توکلی|Tavakoli Tavakkoli Tawakkoli
اصغری|Asghari Asqari|أصغري
نجفی|Najafi Nadjafi
کرمی|Karami Karamy
شیرازی|Shirazi Sheerazi
تهرانی|Tehrani Tehrany
اصفهانی|Esfahani Isfahani|أصفهاني
تبریزی|Tabrizi Tabreezi
همدانی|Hamedani Hamadani
کاشانی|Kashani Kaashani
خراسانی|Khorasani Khurasani
گیلانی|Gilani Guilani
یزدی|Yazdi Yazdy
کرمانی|Kermani Kirmani
اهوازی|Ahvazi Ahwazi|أهوازي
رشیدی|Rashidi Rasheedi
صابری|Saberi Sabery
قنبری|Ghanbari Qanbari
سلطانی|Soltani Sultani
خدادادی|Khodadadi Khudadadi
علوی|Alavi Alawi
رضوی|Razavi Rezavi
طباطبایی|Tabatabaei Tabatabai Tabatabaee
مرتضوی|Mortazavi Murtazavi
مصطفوی|Mostafavi Mustafavi
نقوی|Naghavi Naqavi
تقوی|Taghavi Taqavi
کاظم‌زاده|Kazemzadeh Kazimzadeh
علیزاده|Alizadeh Alizade
رضازاده|Rezazadeh Rezazade
تقی‌زاده|Taghizadeh Taqizadeh
قلی‌زاده|Gholizadeh Qolizadeh
ولی‌زاده|Valizadeh Walizadeh
عباس‌زاده|Abbaszadeh Abaszadeh
نبی‌زاده|Nabizadeh Nabizade
مهدی‌زاده|Mehdizadeh Mahdizadeh
ملک‌زاده|Malekzadeh Malakzadeh
شریف‌زاده|Sharifzadeh Sharifzade
خلیل‌زاده|Khalilzadeh Khalilzade
صفرزاده|Safarzadeh Safarzade
یوسف‌زاده|Yousefzadeh Yusefzadeh
حسین‌پور|Hosseinpour Hoseinpoor Hosseinpur
حسن‌پور|Hassanpour Hasanpoor
رضاپور|Rezapour Rezapoor
ابراهیم‌پور|Ebrahimpour Ebrahimpoor|إبراهيم بور
مهدی‌پور|Mehdipour Mahdipour Mehdipoor
قلی‌پور|Gholipour Qolipour Gholipoor
ولی‌پور|Valipour Valipoor
عباس‌پور|Abbaspour Abbaspoor
کریم‌پور|Karimpour Karimpoor
رحیم‌پور|Rahimpour Rahimpoor
نیک‌پور|Nikpour Nikpoor
حیدرپور|Heydarpour Heidarpour Heydarpoor
سلیمان‌پور|Soleimanpour Soleymanpour
فرزاد|Farzad Ferzad
فرهمند|Farahmand Farhmand
دانشور|Daneshvar Danishvar
هنرمند|Honarmand Hunarmand
خردمند|Kheradmand Kheredmand
نیکو|Nikou Nikoo
نیک‌نام|Niknam Neeknam
نیک‌بین|Nikbin Neekbin
خوش‌نام|Khoshnam Khushnam
خوشرو|Khoshrou Khoshroo
پاکدل|Pakdel Pakdell
پاک‌نیا|Paknia Pakniya
کیانی|Kiani Kiyani Kayani
کیا|Kia Kiya
آزاد|Azad Aazad
آریا|Aria Arya
پارسا|Parsa Paarsa
پارسی|Parsi Parsee
رستگار|Rastegar Rastgar
امیدوار|Omidvar Omeedvar|أميدوار
بردبار|Bordbar Burdbar
بهادری|Bahadori Bahaduri
دلیری|Daliri Daleeri
شجاعی|Shojaei Shojai Shojaee
صبوری|Sabouri Saboori
وفایی|Vafaei Vafai Vafaee
صفوی|Safavi Safawi
زندی|Zandi Zandy
افشار|Afshar Avshar|أفشار
قشقایی|Ghashghaei Qashqai Ghashghai
بختیاری|Bakhtiari Bakhtiyari
لرستانی|Lorestani Luristani
کردستانی|Kordestani Kurdistani
مازندرانی|Mazandarani Mazanderani
گرگانی|Gorgani Gurgani
سمنانی|Semnani Samnani
دامغانی|Damghani Damqani
نیشابوری|Neyshabouri Neishabouri Nishaburi
سبزواری|Sabzevari Sabzawari
قمی|Ghomi Qomi
ساوجی|Savoji Saveji
زنجانی|Zanjani Zandjani
اردبیلی|Ardebili Ardabili|أردبيلي
خویی|Khoei Khoi Khoyi
دزفولی|Dezfouli Dezfuli
شوشتری|Shoushtari Shushtari
بهبهانی|Behbahani Bihbahani
بوشهری|Boushehri Bushehri
عرب|Arab Aarab
حداد|Haddad Hadad
نجار|Najjar Najar
صفار|Saffar Safar
خیاط|Khayyat Khayat
عطار|Attar Atar
بقایی|Baghaei Baqai Baghaee
زرگر|Zargar Zarghar
آهنگر|Ahangar Aahangar
معمار|Memar Me'mar
کشاورز|Keshavarz Kishavarz
باغبان|Baghban Baqban
چوپانی|Choupani Chupani Choopani
پهلوان|Pahlavan Pehlavan
کدخدایی|Kadkhodaei Kadkhodai Kadkhodaee
ارباب|Arbab Arbaab|أرباب
میرحسینی|Mirhosseini Mirhoseini
میرزاده|Mirzadeh Mirzade
میراحمدی|Mirahmadi Mir-Ahmadi|ميرأحمدي
شیخی|Sheikhi Shaykhi
ملایی|Mollaei Molaei Mollai
حاتمی|Hatami Hatamy
رئوفی|Raoufi Raufi
رفیعی|Rafiei Rafii Rafiee
شهابی|Shahabi Shihabi
شمسی|Shamsi Shamsy
خورشیدی|Khorshidi Khurshidi
مهرابی|Mehrabi Mihrabi
مهری|Mehri Mihri
ستاری|Sattari Satari
جباری|Jabbari Jabari
غفاری|Ghaffari Ghafari Qaffari
قهرمانی|Ghahremani Qahremani
وحیدی|Vahidi Wahidi
واحدی|Vahedi Wahedi
یزدانی|Yazdani Yezdani
ایزدی|Izadi Eezadi|إيزدي
`;
