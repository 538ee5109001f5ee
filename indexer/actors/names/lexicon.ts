import { fold } from '#schema/fold'
import { DEMONYMS } from './places.ts'

/** What a capitalised word tells about the name in which it stands; a word may tell several things. */
export const FLAG = {
  /** Begins names of people. */
  firstName: 1,
  /** Stands before a name: a title, an office. */
  title: 2,
  /** Belongs to an office: Secretary of *State*. */
  office: 4,
  /** Ends, or before "of" begins, the name of an organization. */
  organization: 8,
  /** Ends the name of what does not act: a war, a treaty, a river, a prize. */
  thing: 16,
  demonym: 32,
  /** Begins sentences, or is capitalised for another reason than being a name. */
  plain: 64,
  /** In no name. */
  never: 128,
} as const

const words = (text: string): string[] => text.trim().split(/\s+/)

const FIRST_NAMES = words(`
  adele alma althea amelia annette arlene arturo audrey beatrice bernice bertha beverly bonnie brenda carla carmen
  cecilia charlene cheryl claire claudia clifford connie cynthia dana daphne darlene debra denise diana diane donna dora
  doris edith edna eileen elaine elmer elsie elvis erik ernie esther ethel eva fannie floyd frieda geraldine gertrude
  gladys glenda greta gwendolyn heidi helena henrietta hilda homer inez ingrid irene irma janice jeanette jeannette jo
  joann joanna joanne jocelyn jodie johanna juanita julie katharine kathryn kay kelly kristen laurie leona lillian lois
  lola lorraine louisa lucille lydia lynn mabel mae marcia marguerite marianne marilyn marlene marjorie martina matilda
  mattie maureen mavis maxine melanie michelle minnie miranda myra nadia naomi natalie nathalie nellie nelly nettie
  norma olga olivia ophelia pamela patsy pauline phyllis polly priscilla ramona randy raquel renee rhonda rochelle
  rosalie rosalind roxanne sabrina sadie selma shannon shelley sheryl stacy stella sylvester tamara tanya thelma tracy
  trudy valerie vera viola vivian wanda whitney wilma winifred yolanda yvette yvonne zelda
  aaron abdul abdullah abigail abraham adam adem adlai adolf adrian agnes ahmad ahmed akbar al alan albert alberto alejandro
  aleksandr aleksandar alex alexander alexandr alexei alexey alexis alfonso alfred alfredo ali alice allan allen alois alonzo alphonse
  amos amy anastasio anatoly andre andrea andreas andrei andres andrew angela angus ann anna anne anthony antoine anton antonio archibald ariel
  aristide aristides armand arnold artemus arthur ashraf augusto augustus austin averell bainbridge barack barbara barbara barry bartholomew bashar
  bayard ben benazir benito benjamin bernard bernardo bertrand betty bill billy bob boris boutros bradley brent brian bronislaw bruce bruno
  burton caleb calvin carl carlo carlos carol caroline carter caspar catherine cecil cesar charles charlie charlotte chester chris
  christian christine christopher clara clark claude claus clement clinton colin condoleezza constantine cordell cornelius craig curtis
  cyril cyrus czeslaw dag dale dan daniel daniele david dean deborah denis dennis desmond dick diego dietrich dimitri dmitri dolley dolores
  don donald dorothy douglas dwight earl ed eddie edgar edmond edmund eduard eduardo edvard edward edwin egon ehud eleanor elena eli elias elihu
  elisabeth eliza elizabeth ellen elliot elliott emil emile emilio emily emma emmanuel enrico enrique eric erich ernest ernesto ernst
  ethan eugene evan evelyn ezra fatima felipe felix ferdinand fernando fidel fiorello florence frances francesco francis francisco franco francois
  frank franklin franz fred frederic frederick friedrich fritz fulgencio fyodor gabriel gail gamal gaston gavin gene geoffrey george georges georgi
  georgy gerald gerard gerhard gideon gilbert giovanni giuseppe gloria golda gordon grace graham grant greg gregory grigory grover guillermo
  gunnar gustav gustavo guy hafez hakim hamid hamilton hannah hans harold harriet harry harvey hashim hassan hector heinrich heinz helen helmut
  henri henry herbert herman hermann hideki hillary hipolito hiram hirohito horace horacio horatio howard hubert hugh hugo humphrey hussein ian ibrahim ida ignatius
  igor ilya imre indira ira irving isaac isabel isabella isaiah ismail israel ivan ivo izzat jack jackie jackson jacob jacobo jacqueline jacques
  jaime jake james jamie jan jane janet jared jason javier jawaharlal jay jean jeane jeff jefferson jeffrey jennifer jeremiah jeremy jerome
  jerry jesse jessica jesus jill jim jimmy joachim joan joao joaquin joe joel joerg johan johann john johnny jonas jonathan jorge jose josef joseph josephine
  joshua josiah josip joyce juan judith judy jules julia julian julio julius jurgen justin karen karl karol kate katherine kathleen keith
  kenneth kevin kim kirk klaus klemens knut kofi konrad konstantin kurt kwame lady larry laszlo laura laurent lauren lavrenti lawrence lazaro lazarus leah
  lech lee leo leon leonard leonardo leonid leonidas leopold leroy leslie lester levi lewis liam lincoln linda lionel lisa lloyd lorenzo
  lou louis louise lucas lucia lucius lucy luis luigi luke luther lyndon mackenzie madeleine madison mahmoud mahmud malcolm manfred manuel
  marc marcel marcus margaret maria marian marie marion mario mark marsha marshall martha martin martti marvin mary mason mathew matt matthew matthias
  maurice max maxim maximilian maxwell mcgeorge megan melissa melvin menachem mercy michael michail michel michele miguel mihail mikhail mike
  miklos milan mildred milton miriam mitchell mohamed mohammad mohammed mohandas momcilo monica morgan morris moses moshe muammar muhammad murray mustafa
  nancy napoleon nathan nathaniel ned neil nelson neville newt nicholas nicola nicolae nicolas nicole niels nikita nikola nikolai nina noah noel
  nora norman octavio olaf ole oleg oliver olof oscar oskar osama otto owen pablo pascal pat patrice patricia patrick paul paula paulo pedro peggy
  percy perry peter phil philip philippe phillip phillippe pierre pietro pinckney prescott porfirio quincy rachel rafael ralph ramon ramsay ramsey randolph raoul raul raymond rebecca reginald reinhard
  rene rex rexhep rhea richard rick rita rob robert roberta roberto robin rodney rodolfo rodrigo roger roland rolf romano ron ronald rosa rosalynn
  rosemary ross roy rudolf rudolph rufus russell ruth ryan saddam sally salmon salvador sam samantha samuel sandra sandy sara sarah saul
  scott sean sebastian sergei sergey sergio seth seymour shah sharon sheila sherman shimon shirley shlomo sidney sigmund silas simon slobodan
  sofia sol solomon sonia sophia spiro stanislav stanislaw stanley stephanie stephen steve steven strobe stuart sue susan susanna sven sylvia sydney
  tadeusz taras tariq ted terence teresa thabo thaddeus theodor theodore theresa thomas thurgood tim timothy tito tobias todd tom tommy tony townsend
  trent trygve tyler ulrich ulysses umberto ursula vaclav valentin valery vernon veronica veronique vicente vicki victor victoria viktor vincent vincenzo virginia vittorio vladimir
  vojislav vyacheslav wade walid wallace walt walter warren wayne wendell wendy werner wesley wilbur wilhelm will willard william willie willy
  wilson winfield winston winthrop wladyslaw wojciech wolfgang woodrow xavier yasir yasser yasuhiro yegor yitzhak yuri yves zachary zbigniew zivadin zoran
  xhemajl agim arben blerim veton ramush fatmir hashim bujar fehmi nikolla mehmet recep bulent suleyman kemal ismet turgut necmettin ayatollah
`)

const TITLES = words(`
  president presidents secretary secretaries undersecretary minister ministers premier premiers chancellor chancellors general generals
  admiral admirals colonel captain major lieutenant sergeant commodore marshal brigadier commander corporal private ensign
  ambassador ambassadors envoy envoys emissary senator senators representative representatives congressman congressmen congresswoman governor governors
  commissioner commissioners commissar judge judges justice justices professor professors doctor mr mrs ms miss dr prof gen adm col capt lt maj sgt sen
  rep gov amb sec pres hon rev st sir lord lady dame king queen prince princess pope bishop archbishop cardinal reverend father
  emperor empress tsar czar kaiser sultan shah sheikh sheik emir imam ayatollah mullah duke count baron earl viscount marquis
  leader leaders chairman chairwoman chair chief chiefs director administrator adviser advisor advisers advisors aide candidate nominee speaker deputy
  vice mayor marshal prosecutor comrade herr frau monsieur madame don dona senor attorney counsel comptroller treasurer librarian
  spokesman spokeswoman superintendent inspector consul delegate negotiator mediator diplomat attache historian author philosopher
  founder publisher editor correspondent journalist economist physicist scientist congresspersons dictator caudillo colonel-general
  prime foreign first second third former acting assistant associate special supreme interior defense defence finance press
  messrs drs ambassador-at-large large charge affaires
`)

const OFFICES = words(`
  state defense defence war navy treasury interior commerce labor labour agriculture health education justice energy transportation
  staff army affairs foreign security national trade housing human services veterans homeland exchequer admiralty colonies board cabinet policy
  house speaker majority minority relations intelligence protocol finance industry culture health welfare council navy's budget
  south allied united press counsel economic political military joint air force
`)

const ORGANIZATIONS = words(`
  academy administration agency alliance army armies assembly association associations authority bank battalion board brigade bureau cabinet caucus
  chamber church club coalition college command commission commissions committee committees commonwealth community companies company confederacy confederation
  congress consortium convention cooperative corporation corps council councils court courts department departments directorate division
  duma embassy endowment enterprise executive federation fleet force forces foundation front fund group guard guards guerrillas institute institution institutions
  internationale joint junta league legislature legation legion liga library mafia militia ministry ministries mission missions mosque movement museum navy navies
  network office orchestra organisation organization organizations international parliament partnership party parties police politburo press regiment registry republic secretariat seminary
  senate service services society soviet squadron staff syndicate synod team times post tribune tribunal trust union unions university
  watch herald gazette journal corp inc ltd co bros bundesbank laboratory laboratories observatory hospital school newspaper radio television news works motors industries airlines railway railroad airways headquarters monitor
`)

const THINGS = words(`
  accord accords act acts address affair affairs agenda age agreement agreements airlift airport amendment amendments anniversary annex approach archipelago armistice article articles assistance attack attacks award basin battle bay
  bill blockade boulevard boundary bridge building campaign canal cape century ceremony channel charter church's city clause club's coast coasts code colonies colony communique communiqué compact compromise concept conference conferences conflict conflicts constitution contra
  convention conventions corollary corridor county covenant crisis crises crossing crusade currency cycle day days debate decade decision declaration declarations decree defense democracy depression desert dialogue dispute district doctrine doctrines documents dollar dynasty
  edict election elections embargo empire era essay euro events exchange exclusion expansion expedition fair falls famine farewell festival field final flag forest fort formula freedom front frontier games gap glacier gulf harbor harbour hall heights highway hill hills history holiday hostage hotel house
  immigration incident independence indians initiative initiatives insurrection intervention invasion island islands isle isles isthmus junction jungle lake lakes law laws lecture letter letters line lines line's manifesto march massacre material memorandum memorial mercantilism millennium missile monument mount mountain mountains movement's museum's mutiny
  negotiations note notes nationalism nation nations oath ocean oceans offensive olympics opening operation order orders ordinance pacific pact pacts palace papers park pass peace peninsula period petition plain plains plan plans plank plateau platform plaza pledge point points policy policies port prefecture prize process proclamation program programme programs project proposal proposals protocol protocols province provinces proviso purchase
  question rebellion recession reef referendum reform reforms region regime reign relations removal report reports reservation resolution resolutions revolt revolution revolutions ridge rights riots river rivers road rock route rule rush satellite scandal scare sea seas seaway season sector session settlement shoals shock shore siege society's square statement station statute strait straits strategy street strike strip studies subcontinent summit supplement surge surrender syndrome system
  talks tariff tariffs tax telegram term territories territory test theater theatre theory threat time town trade trail travels treaties treaty trial trials triangle trough truce ultimatum understanding uprising valley veto victory village visit volume vote war warfare wars water waters way week winter woods year years zone zones
  message messages branches grants insurance
  ships ship missiles bomb bombs tank tanks aircraft rocket rockets satellites spacecraft shuttle spring summer autumn fall letter speech speeches bulletin magazine review book novel film song anthem language syndicate's
  sphere principle principles convention's mandate mandates reparations loan loans debt bloc axis world west east north south
  memoirs principle powers power bands trade
`)

/** Words of grammar and of the calendar: in no name. */
const NEVER = words(`
  a about above according across actually after afterwards again against ago agreed all almost along already also although altogether always amid among an and another any anyone anything apart apparently appendix are around as aside at away
  basically be because become been before beforehand began begin beginning behind being below beneath beside besides better between beyond both briefly building but by called can cannot certain certainly chapter clearly coming compared concerned concerning considering consequently contents continuing contrary conversely could
  dear despite details did do does doing done down due during each earlier early easily either eight eleven else elsewhere enough entire equally especially even eventually ever every everybody everyone everything evidently exactly except faced facing far few fewer fifteen fifty figure final finally five following for forced forty four fortunately frequently from full fully fundamentally further furthermore generally given good gradually had half happily hardly has have having he hence her here hers herself him himself his historically hopefully how however hundreds hundred
  i if immediately important in inasmuch include included including increasingly indeed initially inside instead interestingly into is it its itself just keep kept knowing known lacking large largely last late later latter least led less let likewise longer look looking lots made mainly major make making many may maybe me mean meanwhile might millions mindful moreover more most mostly much must my myself
  namely naturally near nearby nearly necessarily needless neither never nevertheless next nine no nobody none nonetheless nor normally not nothing notable notably notwithstanding now nowadays nowhere obviously occasionally of off officially often oh ok okay on once one ones only onto or ordinarily originally other others otherwise ought our ours ourselves out outside over overall own
  partially partly particularly per perhaps please plus possibly practically presumably previous previously primarily prior probably promptly provided publicly quite rather read recall recent recently regarding regardless relatively respectively right same say says secondly see seemingly seen seven several shall she should shortly similar similarly simply simultaneously since six so some somebody someone something sometimes somewhat soon speaking specifically spurred starting still strong subsequently such suddenly sure surely surprisingly
  take taken taking ten than thank that the their theirs them themselves then there thereafter thereby therefore these they thirty this those though thought thousands three through throughout thus till to today together tomorrow tonight too toward towards traditionally true twelve twenty twice two typically ultimately unable under understandably undoubtedly unfortunately unless unlike until up upon us use used using usually various very via view was way we well went were what whatever when whenever where whereas whereby wherever whether which whichever while who whoever whole whom whose why widely will with within without would yes yesterday yet you your yours yourself yourselves
  january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
`)

/** Capitalised at the start of sentences, or by habit, far more often than as a name. */
const PLAIN = words(`
  against amidst ending ended facing founded signed written published born died see note source sources notes summary introduction conclusion background overview contents references bibliography timeline chronology index preface foreword remarks statement press release transcript question answer questions answers photo photograph picture image cartoon portrait map painting engraving lithograph courtesy credit
  government governments officials official troops diplomats policymakers representatives leaders members observers historians scholars critics supporters opponents experts citizens workers students soldiers forces relations negotiations tensions efforts attempts support opposition public american
  chairmanship communism capitalism socialism democracy imperialism colonialism isolationism internationalism nationalism freedom liberty justice peace war history economy economics politics government law order religion science art technology nature education
  constitution declaration treaty resolution act bill amendment article articles charter canal alliance pact accord army navy air force secretary president minister ambassador governor general council committee commission conference convention department ministry bureau office administration cabinet court bank board party union republic kingdom empire federation league
  north south east west northern southern eastern western central
  internet web site home page email tv radio cd dvd
  message messages hemisphere capital republics congresses relief founders training space math divine mother grants branches
  majesty excellency highness honour honor
  provisional interim left right cause track phase junior senior allied
  attorney capitol commonwealth nation nations state states federal constitution
  arms nuclear missile missiles weapons sir madam ladies gentlemen friends fellow tonight america's god
  day days big based back key long little high higher young old page part people past great greater like best small second third fourth first image union
`)

const flags = new Map<string, number>()

function flag(list: Iterable<string>, value: number): void {
  for (const word of list) flags.set(word, (flags.get(word) ?? 0) | value)
}

flag(FIRST_NAMES, FLAG.firstName)
flag(TITLES, FLAG.title)
flag(OFFICES, FLAG.office)
flag(ORGANIZATIONS, FLAG.organization)
flag(THINGS, FLAG.thing)
flag(
  DEMONYMS.map((word) => fold(word)),
  FLAG.demonym,
)
flag(PLAIN, FLAG.plain)
flag(NEVER, FLAG.never)

/** What a folded word tells, as a sum of `FLAG`s. */
export const flagsOf = (folded: string): number => flags.get(folded) ?? 0
