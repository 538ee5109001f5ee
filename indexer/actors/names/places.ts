/**
 * Places and other capitalised names that act in no text, so that they are taken for no actor: parts
 * of the world, cities, member states of federations, wars, faiths.
 */
export const PLACES: readonly string[] = `
Africa|North Africa|West Africa|East Africa|Southern Africa|Central Africa|Asia|East Asia
South Asia|Southeast Asia|Central Asia|Southwest Asia|Asia Minor|Europe|Eastern Europe|Western Europe|Central Europe
Northern Europe|Southern Europe|Southeastern Europe|Latin America|North America|South America|Central America
Middle East|Near East|Far East|Orient|Western Hemisphere|Eastern Hemisphere|Third World|New World|Old World
Antarctica|Arctic|Caribbean|West Indies|East Indies|Balkans|Baltics|Scandinavia|Iberia|Maghreb|Levant|Oceania
Pacific|Atlantic|Mediterranean|Adriatic|Baltic|Black Sea|Red Sea|Persian Gulf|Gulf|Indian Ocean|North Atlantic
South Atlantic|South Pacific|East|West|North|South|Northeast|Northwest|Southeast|Southwest|Midwest|Deep South|Near
Eastern Front|Western Front|Iron Curtain|Eastern Bloc|Western Bloc|Soviet Bloc|Communist Bloc|Free World
Indochina|French Indochina|Manchuria|Tibet|Xinjiang|Kashmir|Punjab|Bengal|Crimea|Siberia|Caucasus
Chechnya|Dagestan|Abkhazia|Transnistria|Kosovo|Vojvodina|Sandzak|Krajina|Slavonia|Dalmatia|Sudetenland|Ruhr
Rhineland|Saar|Saarland|Alsace|Lorraine|Alsace-Lorraine|Silesia|Galicia|Transylvania|Thrace|Anatolia|Kurdistan
Sinai|Gaza|Gaza Strip|West Bank|Golan Heights|Galilee|Judea|Samaria|Darfur|Biafra|Katanga|Sahara|Sahel|Ogaden
Hong Kong|Macau|Macao|Okinawa|Formosa|Guam|Hawaii|Midway|Puerto Rico|Virgin Islands|Guantanamo|Guantánamo
Quebec|Ontario|Newfoundland|Nova Scotia|British Columbia|Alberta|Manitoba|New Brunswick|Yukon|Ulster|Northern Ireland
Wales|Catalonia|Basque Country|Bohemia|Moravia|Hanover|Saxony|Hesse|Normandy|Brittany|Sicily|Sardinia|Corsica|Crete
Pacific Northwest|New England|Georgia|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida
Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi
Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio
Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia
West Virginia|Wisconsin|Wyoming|District of Columbia|Washington, D.C.|Washington D.C.|Washington, DC|D.C.
Washington|New York City|Brooklyn|Manhattan|Boston|Philadelphia|Baltimore|Chicago|Detroit|Cleveland|Cincinnati
St. Louis|New Orleans|Houston|Dallas|San Antonio|Denver|Los Angeles|San Francisco|San Diego|Seattle|Portland|Miami
Atlanta|Charleston|Richmond|Annapolis|Dayton|Camp David|Bretton Woods|Dumbarton Oaks|Rambouillet|Pearl Harbor|Honolulu
Hollywood|Wall Street|Capitol Hill|London|Paris|Berlin|East Berlin|West Berlin|Bonn|Vienna|Rome|Madrid|Lisbon
Brussels|Hague|The Hague|Amsterdam|Copenhagen|Stockholm|Oslo|Helsinki|Dublin|Edinburgh|Geneva|Zurich|Bern|Munich
Hamburg|Frankfurt|Cologne|Dresden|Leipzig|Nuremberg|Potsdam|Prague|Warsaw|Gdansk|Danzig|Krakow|Budapest|Bucharest
Sofia|Belgrade|Zagreb|Ljubljana|Sarajevo|Skopje|Tirana|Pristina|Podgorica|Athens|Istanbul|Constantinople|Ankara
Moscow|St. Petersburg|Saint Petersburg|Petrograd|Leningrad|Stalingrad|Vladivostok|Kiev|Kyiv|Minsk|Odessa|Yalta
Sevastopol|Vilnius|Riga|Tallinn|Tbilisi|Yerevan|Baku|Reykjavik|Brest-Litovsk|Versailles|Locarno|Maastricht|Beijing
Peking|Shanghai|Nanjing|Nanking|Canton|Guangzhou|Chongqing|Tientsin|Tianjin|Wuhan|Taipei|Tokyo|Kyoto|Osaka|Yokohama
Nagasaki|Hiroshima|Seoul|Pyongyang|Panmunjom|Inchon|Hanoi|Haiphong|Saigon|Hue|Dien Bien Phu|Ho Chi Minh City|Vientiane
Phnom Penh|Bangkok|Rangoon|Manila|Jakarta|Bandung|Kuala Lumpur|Delhi|New Delhi|Bombay|Mumbai|Calcutta|Madras|Dacca|Dhaka
Karachi|Lahore|Islamabad|Kabul|Kandahar|Tehran|Teheran|Isfahan|Baghdad|Basra|Mosul|Damascus|Aleppo|Beirut|Jerusalem
Tel Aviv|Haifa|Jericho|Hebron|Amman|Riyadh|Mecca|Medina|Aden|Sanaa|Doha|Cairo|Alexandria|Suez|Port Said|Tunis
Algiers|Oran|Casablanca|Marrakesh|Rabat|Dakar|Bandung|Accra|Lagos|Abuja|Kinshasa|Leopoldville|Brazzaville|Luanda|Lusaka|Harare
Salisbury|Pretoria|Johannesburg|Cape Town|Durban|Nairobi|Mogadishu|Addis Ababa|Khartoum|Kampala|Kigali|Havana|Kingston
Port-au-Prince|Santo Domingo|San Juan|Mexico City|Veracruz|Tampico|Managua|Tegucigalpa|Bogota|Bogotá|Caracas|Quito
Lima|La Paz|Santiago|Buenos Aires|Montevideo|Asuncion|Rio|Rio de Janeiro|Brasilia|Sao Paulo|Ottawa|Montreal|Toronto
Vancouver|Halifax|Sydney|Melbourne|Canberra|Wellington|Auckland|Ghent|Tangier|Smyrna|Trieste|Fiume|Danube|Rhine
Mississippi|Potomac|Hudson|Rio Grande|Nile|Yangtze|Mekong|Yalu|Volga|Amazon|Great Lakes|Rockies|Andes|Alps|Himalayas
Appalachians|Appalachia|Pyrenees|Dardanelles|Bosphorus|Bosporus|Gibraltar|Earth|Moon|Mars
World War I|World War II|World War One|World War Two|First World War|Second World War|Great War|Cold War|Civil War
Korean War|Vietnam War|Gulf War|Desert Storm|Holocaust|Enlightenment|Renaissance|Reformation|Reconstruction|Great Depression
New Deal|Great Society|New Frontier|Fair Deal|Open Door|Manifest Destiny|Bill of Rights|Union|Founding Fathers|Social Security|Head Start|Jim Crow
Medicare|Medicaid|Star Wars|Air Force One|Christmas|Easter|Thanksgiving|Independence Day|New Year|Ramadan|Christianity|Islam
Judaism|Catholicism|Communism|Marxism|Nazism|Fascism|Bible|Koran|Quran|God|Lord|Heaven|Jesus|Christ|Jesus Christ|Internet
Article|Articles|Amendment|Section|Title|Part|Chapter|Annex|Appendix|Volume|Figure|Table|Number|No|Phase|Stage|World
Apartheid|Watergate|Iran-Contra|Most Favored Nation|Great Powers|Great Power|Big Three|Big Four|Allies|Axis|Central Powers|Entente|Western Powers|Western Allies
Nobel Peace Prize|Nobel Prize|Peace Prize|Ivy League|Fourth of July|Providence|Almighty|Almighty God|Creator
`
  .trim()
  .split(/[|\n]/)

/** "British", "Frenchmen": of a people, which is no actor, and before a name no part of it. */
export const DEMONYMS: readonly string[] = `
American Americans British Britons English Englishmen Scottish Scots Irish Welsh French Frenchman Frenchmen German
Germans Prussian Austrian Austrians Hungarian Hungarians Polish Poles Czech Czechs Slovak Slovaks Italian Italians
Spanish Spaniards Portuguese Dutch Belgian Belgians Danish Danes Swedish Swedes Norwegian Norwegians Finnish Finns
Swiss Greek Greeks Turkish Turks Ottoman Ottomans Bulgarian Bulgarians Romanian Romanians Albanian Albanians Yugoslav
Yugoslavs Yugoslavian Serb Serbs Serbian Serbians Croat Croats Croatian Croatians Slovene Slovenes Slovenian Bosnian
Bosnians Bosniak Bosniaks Macedonian Macedonians Montenegrin Montenegrins Kosovar Kosovars Kosovan Kosovo-Albanian
Russian Russians Soviet Soviets Ukrainian Ukrainians Belarusian Baltic Estonian Latvian Lithuanian Georgian Armenian
Armenians Azerbaijani Chechen Chechens Kazakh Uzbek Tajik Mongolian Mongol Mongols Chinese Japanese Korean Koreans
Vietnamese Laotian Lao Hmong Cambodian Cambodians Khmer Thai Burmese Malay Malaysian Indonesian Indonesians Filipino
Filipinos Philippine Australian Australians Indian Indians Pakistani Pakistanis Bengali Bangladeshi Nepalese Tibetan
Tibetans Afghan Afghans Pashtun Iranian Iranians Persian Persians Iraqi Iraqis Kurd Kurds Kurdish Syrian Syrians
Lebanese Israeli Israelis Palestinian Palestinians Jordanian Jordanians Saudi Saudis Yemeni Yemenis Kuwaiti Kuwaitis
Omani Egyptian Egyptians Libyan Libyans Tunisian Algerian Algerians Moroccan Moroccans Sudanese Ethiopian Ethiopians
Eritrean Somali Somalis Kenyan Ugandan Tanzanian Rwandan Congolese Angolan Angolans Mozambican Zambian Zimbabwean
Rhodesian Namibian Nigerian Ghanaian Liberian Liberians Senegalese Canadian Canadians Mexican Mexicans Guatemalan
Honduran Salvadoran Nicaraguan Nicaraguans Panamanian Panamanians Cuban Cubans Haitian Haitians Dominican Jamaican
Venezuelan Colombian Colombians Ecuadorian Peruvian Bolivian Chilean Chileans Argentine Argentines Argentinian Paraguayan Uruguayan
Brazilian Brazilians European Europeans African Africans Asian Asians Arab Arabs Arabian Latin Hispanic Hispanics Slavic Slav
Slavs Nordic Scandinavian Western Eastern Northern Southern Central Westerners Northerners Southerners Anglo Anglo-American
Franco Sino Russo Austro Afro Euro Indo Pan Trans Jewish Jews Jew Muslim Muslims Islamic Christian Christians Catholic Catholics
Protestant Protestants Orthodox Hindu Hindus Buddhist Buddhists Sikh Sunni Shiite Shia Shiites Mormon Quaker Quakers Puritan
Nazi Nazis Fascist Fascists Communist Communists Socialist Socialists Marxist Marxists Leninist Bolshevik Bolsheviks Zionist Zionists
Republican Republicans Democrat Democrats Democratic Federalist Federalists Whig Whigs Tory Tories Loyalist Loyalists
Conservative Conservatives Liberal Liberals Confederate Confederates Unionist Tsarist Imperial Royal Revolutionary
Patriot Patriots Iroquois Cherokee Cherokees Creek Creeks Seminole Seminoles Sioux Apache Navajo Mohawk Chickasaw Choctaw Shawnee Native
Hawaiian Hawaiians Texan Texans Californian Virginian Virginians Pennsylvanian Yankee Yankees Bostonian Allied Mediterranean Pacific
Atlantic Caribbean Balkan Colonial Federal National International Provincial Congressional Presidential Inter-American Transatlantic Viennese Parisian
Black Blacks White Whites Negro Negroes Anglo-Saxon Zulu Hutu Tutsi Boer Boers Inca Aztec Roman Romans Venetian Gaullist Maoist
Stalinist Peronist Sandinista Sandinistas Contras Contra Trotskyist Young Old New Greater Upper Lower Former Late Ethnic
`
  .trim()
  .split(/\s+/)
