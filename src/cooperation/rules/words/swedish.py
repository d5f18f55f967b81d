"""The Swedish word lists.

They were put together by hand for this package: the Swedish words for what the sources of the rules' pages name in
English, the vocabulary of Swedish project applications, and the ten municipal project texts that this library starts
from, turned into Swedish.
Nothing was taken over from a published list, so they bear no licence but that of the package.
Mended once after they had been measured; both figures stand on the rules' pages.
"""

from cooperation.model import CrossCuttingValue
from cooperation.rules.words._lexicon import Lexicon, Phrases

__all__ = ["SWEDISH"]

SWEDISH = Lexicon(
    code="sv",
    name="Swedish",
    aims=Phrases("-mål{,et,en} | -syfte{,t} | -projekt{,et} | avsikt{,en} | ambition{,en} | tanke{,n}"),
    openings=Phrases("""
        {är,var} {,bland annat }att | syftar till{, att} | siktar {på,mot}{, att} | avser{, att} | ämnar | vill |
        ska{,ll} | kommer att | handlar om{, att}
    """),
    particles=Phrases("""
        att | genom | gemensamt | tillsammans | också | även | vidare | och
    """),
    articles=Phrases("""
        en | ett | den | det | de | deras | dess | sin | total{,a,t} | också | av | på
    """),
    # The Swedish for objhier's develop, conduct, organise, hold, train, produce, build and their like.
    doing=Phrases("""
        utveckla | genomföra | fortsätta | sätta upp | organisera | anordna | arrangera | hålla | utbilda |
        fortbilda | vidareutbilda | undervisa | informera | producera | framställa | bygga | bygga upp | uppföra |
        sätta fokus på | fokusera på | lägga fokus på | arbeta {med,för} | jobba med | ta fram | utarbeta | utforma |
        upprätta | skriva | förbereda | planera | etablera | inrätta | starta | skapa | tillhandahålla | erbjuda |
        leverera | införa | introducera | lansera | implementera | driva | anställa | rekrytera | besöka | utbyta |
        kartlägga | analysera | undersöka | utreda | studera | granska | jämföra | utvärdera | bedöma | testa |
        pröva | prova | pilottesta | installera | köpa in | upphandla | dela ut | sprida | publicera | trycka |
        kommunicera | marknadsföra | stödja | stötta | hjälpa | bistå | främja | underlätta | samordna | samla{, in} |
        sammanställa | presentera | bjuda in | träffa{,s} | diskutera | dela | översätta | uppdatera | renovera |
        plantera | ge | göra | titta på | identifiera | dokumentera | följa upp | integrera | involvera | engagera |
        mobilisera | coacha | handleda
    """),
    doing_nouns=Phrases("""
        {utveckling,utvecklande,utvecklandet,framtagande,framtagandet,framtagning,utarbetande,utarbetandet} av |
        {genomförande,genomförandet,införande,införandet,etablering,etablerande,inrättande,skapande,skapandet} av |
        {utbildning,fortbildning,vidareutbildning} {av,för,i,om} |
        {kartläggning,analys,utvärdering,granskning,utredning,undersökning,testning,test,prövning} av |
        {produktion,framställning,byggande,byggandet,uppbyggnad,upprättande,installation,renovering} av |
        {spridning,publicering,marknadsföring,samordning,rekrytering,upphandling,organisering} av |
        {utbyte,erfarenhetsutbyte,kunskapsutbyte} {av,med,mellan,om,kring} |
        {workshop,workshops,seminarium,seminarier,kurs,kurser,möte,möten,konferens} {om,för,med,i,kring} |
        -studiebesök | -utbildningsinsats{,er} | -informationskampanj{,er} | -informationsinsats{,er} |
        kapacitetsuppbyggnad | stöd {till,för} | fokus på | -kompetensutveckling | inköp av | drift av
    """),
    comparing=Phrases("""
        ök{a,ar,at,ade,as,ats,ades,ad,ande,ning,ningen} | minsk{a,ar,at,ade,as,ats,ades,ad,ande,ning,ningen} |
        förbättr{a,ar,at,ade,as,ats,ades,ad,ande,ing,ingar,ingen} | försämr{a,ar,at,ade,as,ats,ad} |
        stärk{a,er,t,te,as,s,ts,tes,ta,ande} | förstärk{a,er,t,te,as,s,ts,ta,ning} | höj{a,er,t,de,as,s,d,da,ts} |
        sänk{a,er,t,te,as,s,ta,ts} | stig{a,er,it,ande} | sjunk{a,er,it,ande} | reducer{a,ar,at,ade,as,ats,ad} |
        växer | väx{a,t,te,ande} | fördubbl{a,ar,at,as,ats,ad,ade} | halver{a,ar,at,as,ats,ad,ade} |
        utök{a,ar,at,as,ats,ad,ade} | utvidg{a,ar,at,as,ats,ad,ade} | fördjup{a,ar,at,as,ats,ad,ade} |
        bredd{a,ar,at,as,ats,ad,ade} | vidg{a,ar,at,as,ats,ad,ade} |
        effektivis{era,erar,erat,eras,erats,erad,erade,ering} | underlätt{as,ats,ar} | skärp{a,er,t,as,s,ta} |
        förkort{a,ar,at,as,ats,ad,ade} | påskynd{a,ar,at,as} | lindr{a,ar,at,as} | begräns{a,ar,at,as,ats} | mer |
        mera | fler | flera än | färre | mindre | bättre | sämre | högre | lägre | större | starkare | bredare |
        djupare | grönare | säkrare | friskare | lättare | enklare | snabbare | kortare | längre | tidigare än |
        billigare | närmare | rättvisare | tydligare | smidigare | oftare | jämnare | jämlikare |
        -{hållbar,tillgänglig,attraktiv,öppn,vanlig,fattig,rik,effektiv,vänlig,nyttig,god,ren,trygg,säk}are |
        hälften så {mycket,många}
    """),
    changing=Phrases("""
        förändr{a,ar,at,as,ats,ad,ade,ing,ingar} | ändr{a,ar,at,as,ats,ad,ade} | blir | bli | blivit | utvecklas |
        utvecklats | moderniser{a,ar,at,as,ats,ad,ade,ing} | omställning{,en} | omvandl{a,ar,at,as,ats,ad,ade} |
        återställ{a,er,t,as,s,ts,da} | upphör{,t} | försvinn{er,a} | undvik{a,er,as,s} | förebygg{a,er,s,as,t,ts} |
        motverk{a,ar,as,at,ats} | utrot{a,ar,as,at,ats} | eliminer{a,ar,as,at,ats} | bevara{,r,s,t,ts,d} |
        säkerställ{a,er,s,as,t,ts,d} | säkra{,r,s,t,ts,d,de} | trygga{,r,s} | ersätt{a,er,s,as} | möjliggör{,a,s,as} |
        egenmakt | inte längre | för första gången | steg från
    """),
    # What is the case, and what people do once the outcome is reached: the present of the verbs shows it.
    holding=Phrases("""
        är | har | hade | kan | kunna | får | fått | finns | ska{,ll} | vet | känner | kännedom om | förstår |
        använder | används | tillämp{ar,as} | arbetar | samarbetar | samverkar | samordnar | samråder | deltar |
        medverkar | bidrar | tar | tas | ger | ges | gör | görs | går | står | håller | hålls | fattar | fattas |
        beslut{ar,as} | styr{,s} | följer | följs | lär | undervisar | möter | möts | når | nås | lever | bor | äter |
        dricker | läser | skriver | talar | söker | hittar | väljer | röstar | litar | upplever | anser | tycker |
        uppger | betalar | köper | säljer | sorterar | återvinn{er,s} | sparar | sköt{er,s} | planerar | driver |
        drivs | leder | leds | tillgodoses | omfattas | inkluder{ar,as} | involver{ar,as} | integrer{ar,as} |
        erbjud{er,s} | behandl{ar,as} | bemöt{er,s} | respekter{ar,as} | hanter{ar,as} | försörjer | klarar | trivs |
        mår | vågar | vill | ser | hör | utgår | bygger | gäller | fungerar | ingår | tillgång till | på plats |
        i bruk | i drift | leder till | går från | utövar | påverkar | tillhandahåll{er,s} | uppfyll{er,s} |
        rapporterar | redovis{ar,as} | granskar | äger | stannar | återvänder | cyklar | reser | studerar | slutför |
        fullföljer | -erar | täcker | svarar | lämnar | betjänar | hämtar | åker | visar | vänder | frågar | kräver |
        ställer | öppnar | stänger | samlas | samlar | delar | skickar | mäter | mäts | väger | bokför | följer upp |
        besöker | ordnar | sjunger | spelar | leker | odlar | lagar | byggs | skyddar | skyddas | hjälper | hjälps |
        stödjer | stöds | känner till | räcker | återstår | förekommer | börjar | slutar | löser | löses
    """),
    reached_endings=("ade", "ad", "at", "ats"),
    reached=Phrases("""
        utbildade | antagen | antaget | antagna | byggd | byggt | byggda | infört | införd | införda
    """),
    following=Phrases("""
        av | i | för | till | med | på | hos | och | från | inom | genom | som | mellan | bland | enligt | när | där |
        så | eller | om | efter | före | under | via | kring | åt | vid | mot
    """),
    people=Phrases("""
        -människa | -människor{,na} | -person{,er,erna} | kvinn{a,or,orna} | -man | män{,nen} | flick{a,or,orna} |
        pojk{e,ar,arna} | -barn{,et,en} | -ungdom{,ar,arna} | unga | vuxna | äldre | -elev{,er,erna} |
        -student{,er,erna} | -lärar{e,en,na} | -pedagog{,er,erna} | -rektor{,er,erna} | -bibliotekarie{,r,rna} |
        -sjuksköterska | -sjuksköterskor{,na} | -barnmorska | -barnmorskor{,na} | -läkar{e,en,na} |
        -patient{,er,erna} | -ingenjör{,er,erna} | -planerar{e,en,na} | -vaktmästar{e,en,na} | -handläggar{e,en,na} |
        -socialsekreterar{e,en,na} | -arbetar{e,en,na} | -anställd{,a} | -arbetsgivar{e,en,na} |
        -medarbetar{e,en,na} | -personal{,en} | -chef{,er,erna} | -ledar{e,en,na} | -tjänsteman{,nen} |
        -tjänstemän{,nen} | -tjänstepersoner{,na} | -politiker{,n,na} | förtroendevald{,a} | -ledamöter{,na} |
        beslutsfattar{e,en,na} | -medborgar{e,en,na} | -invånar{e,en,na} | -bor{,na} | boende | väljar{e,en,na} |
        -befolkning{,en} | -familj{,er,erna} | -hushåll{,et,en} | -förälder | -föräldrar{,na} | -mammor{,na} |
        -pappor{,na} | bönder{,na} | lantbrukar{e,en,na} | odlar{e,en,na} | -entreprenör{,er,erna} |
        -företag{,et,en} | -företagar{e,en,na} | -kooperativ{,et,en} | -användar{e,en,na} | brukar{e,en,na} |
        -kund{,er,erna} | konsument{,er,erna} | -besökar{e,en,na} | turist{,er,erna} | resenär{,er,erna} |
        cyklist{,er,erna} | fotgängar{e,en,na} | migrant{,er,erna} | flykting{,ar,arna} | nyanlända |
        minoritet{,er,erna} | funktionsned{satt,satta,sättning,sättningar} | arbetslös{,a} | arbetssökande | fattiga |
        utsatta | -grupp{,en,er,erna} | volontär{,er,erna} | -medlem{,mar,marna} | -deltagar{e,en,na} |
        intressent{,er,erna} | -expert{,er,erna} | -partner{,n,s,na} | part{en,er,erna} | -kommun{,en,er,erna} |
        -stad{,en} | -städer{,na} | by{n,ar,arna} | -region{,en,er,erna} | distrikt{,et,en} | provins{,en,er} |
        -myndighet{,en,er,erna} | -förvaltning{,en,ar,arna} | -nämnd{,en,er,erna} | -styrelse{,n,r,rna} |
        fullmäktige | -institution{,en,er,erna} | -organisation{,en,er,erna} | -förening{,en,ar,arna} |
        civilsamhället | -skola | -skolan | -skolor{,na} | -sjukhus{,et,en} | -bibliotek{,et,en} |
        -universitet{,et,en} | alla | allmänheten | var och en
    """),
    measures=Phrases("""
        antal{,et} | genomsnitt{,et} | genomsnittlig{,a} | hur {stor del,många} | ton | hektar | timmar |
        andel{,en,ar} | procent | procentandel{,en} | -grad{,en} | -nivå{,n,er,erna} | mängd{,en} | omfattning{,en} |
        frekvens{,en} | -volym{,en} | storlek{,en} | längd{,en} | -tid{,en} | -kostnad{,en,er,erna} | värde{,t} |
        -kvalitet{,en} | poäng | -index | typ{,er} | förekomst{,en} | kvot{,en}
    """),
    qualities=Phrases("""
        -kunskap{,en,er} | medvetenhet{,en} | -kompetens{,en} | -färdighet{,er} | attityd{,er} | förståelse{,n} |
        -kapacitet{,en} | -nöjdhet{,en} | trivsel{,n} | tillit{,en} | -förtroende{,t} | -kvalitet{,en} |
        tillgång{,en} | tillgänglighet{,en} | -användning{,en} | deltagande{,t} | delaktighet{,en} | närvaro{,n} |
        effektivitet{,en} | motivation{,en} | inkomst{,er} | sysselsättning{,en} | -förbrukning{,en} |
        -konsumtion{,en} | -produktion{,en} | -utsläpp{,en} | transparens{,en} | öppenhet{,en} |
        ansvarsutkrävande{,t} | engagemang{,et} | beteende{,n} | bemötande{,t} | service{,n}
    """),
    joining=Phrases("och | samt | liksom | /"),
    either=Phrases("och / eller | och eller"),
    vague=Phrases("""
        -kapacitet{,en} | -medvetenhet{,en} | resiliens{,en} | motståndskraft{,en} | -kvalitet{,en} | -kvalité{,n} |
        förståelse{,n} | egenmakt{,en} | effektivitet{,en} | hållbarhet{,en} | ägarskap{,et} | -engagemang{,et} |
        välmående{,t} | välbefinnande{,t} | god samhällsstyrning | livskvalitet{,en} | tillit{,en} | -förtroende{,t} |
        -kompetens{,en} | -nöjdhet{,en} | -trygghet{,en} | motivation{,en} | attityd{,er}
    """),
    defining=Phrases("""
        mätt | mäts | uppmätt | enligt | -{index,skala,prov,test,enkät,enkäten} | i {kubikmeter,liter,ton,timmar} |
        per {dygn,dag,timme,månad,år}
    """),
    topics=Phrases("hur"),
    negatives=Phrases("""
        inte | !inte {bara,enbart,endast} | icke | ej | aldrig | ing{en,et,a} | ingenting | varken | utan |
        !utan {också,även} | brist{,en,er,ande} | sakna{s,r,d} | avsaknad{,en} | misslyck{as,ats,ande} |
        risk{,en,er} {för,att} | otillräcklig{,a,t} | oförmåga{,n} | ovilja{,n} | vägrar | försämr{as,ar,ats} |
        förvärr{as,ar,ats} | kollapsar | undvik{s,er} | förhindr{as,ar} | hindr{as,ar} | uteblir | motstånd mot |
        försenas | drabbas av
    """),
    mutual=Phrases("""
        win win | vinn vinn | ömsesidig{,a,t} {nytta,vinst,vinster,fördel,fördelar,utbyte,lärande} |
        till {nytta,gagn,fördel,gagns} för {båda,alla} | {nytta,gagn} för {båda,alla} | gynnar {båda,alla} |
        båda {parter,parterna,partner,partnerna,kommunerna,sidor} {vinner,gynnas,tjänar,har nytta} |
        mycket att {vinna,lära av varandra} | {lär,lära,lärt,lärde} {,sig }av varandra | ger båda {parter,parterna}
    """),
    continuing=Phrases("""
        |
        bygger{, vidare} på {,det ,ett ,erfarenheter från ,erfarenheterna från det }{tidigare,föregående,förra,första} |
        bygger vidare på | bygger på {lärdomar,lärdomarna,erfarenheter,erfarenheterna,resultaten} |
        fortsättning{,en} {på,av} | {fortsättningsprojekt,uppföljningsprojekt}{,et} |
        {tidigare,föregående,förra} projekt{,et} | det {tidigare,föregående,förra} projektet |
        fas {2,3,4,ii,iii,iv,två,tre,fyra} | etapp {2,3,4,ii,iii,iv,två,tre,fyra} |
        !{fas,etapp} {2,3,4,ii,iii,iv,två,tre,fyra} av |
        {fas,etapp} {2,3,4,ii,iii,iv,två,tre,fyra} av {projektet,samarbetet} |
        fortsätt{a,er} {det ,}{arbete,arbetet} | {andra,tredje,nästa} {fasen,etappen,fas,etapp} |
        {andra,tredje,fjärde} {året,år} av | uppföljare till
    """),
    respecting=Phrases("""
        respekt för | respekterar | hänsyn till | med hänsyn till | beakta{,r,s} | beaktande av | genomsyra{,r,s,t} |
        grundläggande {värden,värderingar} | uppmärksamma{,r,s} | {värden,värderingar} {som,såsom} | integrera{,s,r} |
        perspektiv
    """),
    values={
        CrossCuttingValue.GENDER_EQUALITY: Phrases("jämställdhet{,en} | kön | genus | kvinnors och mäns"),
        CrossCuttingValue.ENVIRONMENT: Phrases("miljö{,n,mässig,mässiga} | -klimat{,et}"),
        CrossCuttingValue.HUMAN_RIGHTS: Phrases("mänskliga{, fri och} rättigheter{,na} | barns rättigheter"),
        CrossCuttingValue.SUSTAINABILITY: Phrases("hållbarhet{,en} | hållbar utveckling"),
    },
    former=Phrases("före detta | f d | fd | tidigare | förutvarande"),
)
