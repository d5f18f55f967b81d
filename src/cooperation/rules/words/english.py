"""The English word lists.

They were put together by hand for this package, from the terms of the sources that the rules' pages name, from the
general vocabulary of logical frameworks, and from the ten municipal project texts that this library starts from.
Nothing was taken over from a published list, so they bear no licence but that of the package.
Mended once after they had been measured; both figures stand on the rules' pages.
"""

from cooperation.model import CrossCuttingValue
from cooperation.rules.words._lexicon import Lexicon, Phrases

__all__ = ["ENGLISH"]

# What people and bodies do once an outcome is reached; a plural stands before the one form and a singular before the
# other, since most of these words are nouns too.
_ACTING = """
    accept act adapt address adopt advise apply ask attend base become begin belong benefit breathe build buy care
    carry change choose collaborate collect come comply consider consult consume contribute control cook cooperate
    cover create decide deliver demand depend develop discuss drink earn eat elect employ engage enjoy enrol
    exercise experience express feel find finish follow function gain get give go govern grow handle hear help hire
    hold influence integrate invest invite involve join keep know lead learn leave like listen live look make manage
    master meet move offer operate own participate pass pay perform plan practise prefer produce protect provide
    publish pursue put reach read receive recognise recycle rely report respect respond run save say see seek sell
    send serve share show sort speak spend stand start stay stop study support take talk teach test think trade
    travel treat trust try turn understand use value visit vote want waste watch work write
""".split()  # noqa: SIM905  # a column of 150 words is no easier to read


def _of_one(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "o")) else f"{verb}s"


ENGLISH = Lexicon(
    code="en",
    name="English",
    # The words that open an objective without saying it.
    aims=Phrases("""
        aim{,s} | objective{,s} | goal{,s} | purpose | project | intention | outcome | target
    """),
    openings=Phrases("""
        {is,are,was} to | aim{s,ed} {to,at} | aiming {to,at} | {intends,seeks,strives,wants,plans,hopes} to | will |
        shall | is {about,that}
    """),
    particles=Phrases("""
        to | by | jointly | together | also | further | continue to | help to | and
    """),
    articles=Phrases("the | a | an | their | its | total | also | of | overall"),
    # objhier names develop, conduct, organise, hold, train, produce, build and their like; ess warns of provide and
    # support, which say what is done and not what comes of it.
    doing=Phrases("""
        develop | conduct | organi{s,z}e | hold | train | produce | build | put focus on | focus on | carry out |
        arrange | implement | establish | create | provide | deliver | design | prepare | draft | write | draw up |
        set up | put up | hire | recruit | employ | educate | teach | inform | visit | exchange | map | analy{s,z}e |
        investigate | study | examine | survey | review | compare | evaluate | assess | test | try out | pilot |
        introduce | launch | start | run | operate | install | construct | purchase | buy | procure | distribute |
        publish | disseminate | communicate | support | assist | help | facilitate | promote | coordinate | collect |
        compile | host | invite | meet | discuss | share | translate | update | renovate | dig | drill | offer |
        give | make | work with | work on | look into | identify | monitor | follow up | integrate | involve |
        engage | mobili{s,z}e
    """),
    doing_nouns=Phrases("""
        {,the }{development,design,construction,installation,production,preparation,organisation,organization} of |
        {,the }{implementation,introduction,establishment,creation,provision,delivery,distribution} of |
        {,the }{mapping,analysis,evaluation,assessment,testing,training,piloting,review,study,survey} of |
        {,the }{exchange,dissemination,publication,promotion,coordination,recruitment,renovation,facilitation} of |
        {purchase,procurement,operation} of | support {to,for} | focus on | competence development |
        {workshop,seminar,course,meeting,conference,training,campaign}{,s} {on,for,about,with,in} | study visit{,s} |
        exchange visit{,s} |
        {developing,conducting,organising,organizing,holding,producing,building,creating,establishing,providing} |
        {delivering,designing,preparing,drafting,writing,implementing,introducing,launching,testing,piloting} |
        {mapping,exchanging,educating,informing,supporting,assisting,facilitating,promoting,coordinating} |
        {arranging,hosting,visiting,publishing,distributing,installing,constructing,sharing,evaluating} | setting up |
        carrying out | capacity building | awareness raising | information campaign{,s}
    """),
    # ess and objhier: increase, improve, reduce, strengthen, more, less and their like.
    comparing=Phrases("""
        increas{e,es,ed,ing,ingly} | decreas{e,es,ed,ing} | reduc{e,es,ed,ing,tion,tions} |
        improv{e,es,ed,ing,ement,ements} | strengthen{,s,ed,ing} | enhanc{e,es,ed,ing,ement} | rais{e,es,ed,ing} |
        ris{e,es,en,ing} | rose | grow{,s,n,ing,th} | grew | lower{,s,ed,ing} | lessen{,s,ed,ing} |
        diminish{,es,ed,ing} | declin{e,es,ed,ing} | drop{,s,ped,ping} | fall{,s,en,ing} | fell | halv{e,es,ed,ing} |
        doubl{e,es,ed,ing} | tripl{e,es,ed,ing} | cut{,s,ting} | boost{,s,ed,ing} | expan{d,ds,ded,ding,sion} |
        extend{,s,ed,ing} | deepen{,s,ed,ing} | widen{,s,ed,ing} | broaden{,s,ed,ing} | weaken{,s,ed,ing} |
        upgrad{e,es,ed,ing} | heighten{,s,ed,ing} | minimi{s,z}{e,es,ed,ing} | maximi{s,z}{e,es,ed,ing} |
        accelerat{e,es,ed,ing} | speed{s,ed,ing} up | shorten{,s,ed,ing} | alleviat{e,es,ed,ing,ion} |
        mitigat{e,es,ed,ing,ion} | more | less | fewer | better | worse | higher | greater | stronger | larger |
        bigger | smaller | wider | broader | deeper | cleaner | greener | safer | healthier | easier | faster |
        quicker | shorter | longer | earlier | later | cheaper | closer | fairer | richer | poorer | warmer | cooler |
        quieter | nearer | oftener | upward{,s} | downward{,s} | half as {much,many} | {up,down} by |
        !grow{,s,ing} up | !grown up
    """),
    changing=Phrases("""
        chang{e,es,ed,ing} | becom{e,es,ing} | became | transform{,s,ed,ing,ation} | transition{,s,ed,ing} |
        shift{,s,ed,ing} | turn{s,ed} into | moderni{s,z}{e,es,ed,ing,ation} | restor{e,es,ed,ing,ation} |
        recover{,s,ed,ing,y} | empower{,s,ed,ing,ment} | enabl{e,es,ed,ing} | eliminat{e,es,ed,ing,ion} |
        eradicat{e,es,ed,ing,ion} | end{,s,ed} {the,of,to} | no longer | prevent{,s,ed,ing,ion} | sustain{,s,ed,ing} |
        maintain{,s,ed,ing} | preserv{e,es,ed,ing} | secur{e,es,ed,ing} | ensur{e,es,ed,ing} | gain{,s,ed,ing} |
        replac{e,es,ed,ing} | overcom{e,es,ing} | steps from | for the first time | phas{e,es,ed,ing} out |
        wean{,ed} off
    """),
    holding=Phrases("""
        is | are | was | were | has | have | had | can | do | does | will | may | must | able to | exist{,s} |
        remain{,s} | in place | in use | in operation | cannot | been | knows | feels | leads to
    """),
    many_act=Phrases(" | ".join(_ACTING)),
    one_acts=Phrases(" | ".join(_of_one(verb) for verb in _ACTING)),
    plurals=Phrases("""
        people | women | men | children | staff | youth | police | they | who | we | both | media
    """),
    plural_ending="s",
    reached_endings=("ed",),
    reached=Phrases("""
        built | held | written | made | met | known | kept | taught | chosen | taken | set up | won
    """),
    following=Phrases("""
        by | in | into | to | for | with | at | on | and | from | within | through | as | across | between | among |
        according | when | where | so | of | or | about | after | before | during | under | via
    """),
    # ukad and ess ask that somebody be named; these are those whom projects name.
    people=Phrases("""
        people{,s} | person{,s} | wom{a,e}n | m{a,e}n | girl{,s} | boy{,s} | child{,ren} | infant{,s} | youth{,s} |
        young | adult{,s} | elderly | old | pupil{,s} | student{,s} | learner{,s} | teacher{,s} | educator{,s} |
        trainer{,s} | principal{,s} | librarian{,s} | nurse{,s} | midwi{fe,ves} | doctor{,s} | patient{,s} |
        engineer{,s} | technician{,s} | planner{,s} | caretaker{,s} | social worker{,s} | worker{,s} | employee{,s} |
        employer{,s} | staff | personnel | manager{,s} | leader{,s} | official{,s} | officer{,s} | civil servant{,s} |
        public servant{,s} | politician{,s} | councillor{,s} | elected member{,s} | decision maker{,s} |
        policy maker{,s} | citizen{,s} | resident{,s} | inhabitant{,s} | villager{,s} | voter{,s} | taxpayer{,s} |
        neighbour{,s} | community | communities | population | famil{y,ies} | household{,s} | parent{,s} |
        mother{,s} | father{,s} | farmer{,s} | fisher{s,men} | trader{,s} | entrepreneur{,s} | business{,es} |
        enterprise{,s} | compan{y,ies} | cooperative{,s} | user{,s} | client{,s} | customer{,s} | consumer{,s} |
        visitor{,s} | tourist{,s} | passenger{,s} | cyclist{,s} | pedestrian{,s} | migrant{,s} | refugee{,s} |
        newcomer{,s} | minorit{y,ies} | disabled | unemployed | jobseeker{,s} | job seeker{,s} | poor | poorest |
        vulnerable | group{,s} | volunteer{,s} | member{,s} | participant{,s} | beneficiar{y,ies} | stakeholder{,s} |
        expert{,s} | partner{,s} | municipalit{y,ies} | council{,s} | cit{y,ies} | town{,s} | village{,s} |
        region{,s} | district{,s} | province{,s} | authorit{y,ies} | administration{,s} | department{,s} |
        government{,s} | institution{,s} | organi{s,z}ation{,s} | association{,s} | ngo{,s} | civil society |
        school{,s} | preschool{,s} | hospital{,s} | clinic{,s} | librar{y,ies} | universit{y,ies} | everyone |
        everybody | the public
    """),
    measures=Phrases("""
        number{,s} | share{,s} | average | mean | tonne{,s} | hectare{,s} | hour{,s} | litre{,s} | kilometre{,s} |
        percentage{,s} | per cent | percent | proportion{,s} | rate{,s} | ratio{,s} | level{,s} | amount{,s} |
        degree | extent | frequency | quantity | volume | size | length | time | cost{,s} | value | quality |
        score{,s} | index | type{,s} | existence
    """),
    qualities=Phrases("""
        knowledge | awareness | competence{,s} | skill{,s} | attitude{,s} | understanding | capacity | satisfaction |
        confidence | trust | quality | access | availability | use | participation | attendance | results | turnover |
        efficiency | effectiveness | relevance | motivation | income{,s} | employment | consumption | production |
        emissions | transparency | accountability | ownership | commitment | behaviour | practice{,s}
    """),
    joining=Phrases("and | as well as | /"),
    either=Phrases("and / or | and or"),
    # afrotech names the first six.
    vague=Phrases("""
        capacit{y,ies} | awareness | resilience | quality | understanding | empowerment | capabilit{y,ies} |
        effectiveness | efficiency | sustainability | ownership | engagement | wellbeing | well being |
        good governance | quality of life | trust | competence | satisfaction | safety | motivation | attitude{,s}
    """),
    defining=Phrases("""
        measured | according to | as defined | {index,score,scale,test,survey,certificate} | in {cubic,square} |
        in {litres,tonnes,hours,minutes,metres,places,beds,seats} | per {day,hour,month,year}
    """),
    topics=Phrases("how"),
    negatives=Phrases("""
        no | not | !not only | never | none | nobody | nothing | neither | nor | without | cannot |
        {don,doesn,didn,isn,aren,wasn,weren,won,hasn,haven,hadn,can,couldn,shouldn,wouldn} t | lack{,s,ed,ing} |
        fail{,s,ed,ing,ure,ures} | risk{,s} of | risk that | absence of | unable | unwilling | insufficient |
        inadequate | refus{e,es,ed,al} | worsen{,s,ed,ing} | deteriorat{e,es,ed,ing,ion} | collaps{e,es,ed} |
        avoid{,s,ed} | prevent{,s,ed} | hinder{,s,ed} | resistance | delay{,s,ed} | suffer{,s}
    """),
    # bontenbal: mutuality is claimed more often than shown.
    mutual=Phrases("""
        win win | mutual{,ly} {benefit,benefits,beneficial,gain,gains,advantage,advantages} | benefit{,s,ing} both |
        {beneficial,good,useful} {for,to} {both,all} |
        both {partners,parties,sides,municipalities,cities} {will,,can,are to} {gain,benefit,profit,win} |
        to the benefit of {both,all} | much to {win,gain} | reciprocal benefit{,s} | beneficial for each |
        {learn,learns,learnt,learned,learning} from {each other,one another} | {exchange,learning} is mutual |
        both {sides,partners,parties,municipalities,cities} {learn,will learn}
    """),
    continuing=Phrases("""
        build{,s,ing} {,further }on {,the ,our }{previous,previously,earlier,former,first} |
        build{,s,ing} {,further }on lessons from {,the }{previous,earlier,former,first} |
        build{,s,ing} on {,the }{lessons,results,experience,experiences,achievements} |
        continu{es,ing,ation of} {,the }{previous ,earlier ,former ,first ,work of the ,}{project,cooperation project} |
        continuation of | continu{e,es,ed,ing} {what,the work} | follow up to the {inception,pilot,first} project |
        follow{s,ing} {,the ,a }{previous,earlier,former} project | {previous,earlier,former,preceding} project |
        follow up project | successor {of,to} | phase {2,3,4,5,ii,iii,iv,two,three,four} |
        !phase {2,3,4,5,ii,iii,iv,two,three,four} of |
        phase {2,3,4,5,ii,iii,iv,two,three,four} of {the,this,our} {project,cooperation} |
        {second,third,fourth,next} phase | !{second,third,fourth,next} phase of |
        {second,third,fourth,next} phase of {the,this,our} {,partnership ,cooperation }{project,cooperation} |
        {second,third,fourth} year of {,the }{implementation,project,cooperation}
    """),
    respecting=Phrases("""
        respect {to,for} | respect | respecting | consideration {to,of,for} | consider | regard {to,for} |
        attention to | fundamental values | values such as | permeate{,s,d} | perspective{,s} {of,on} |
        taken into account | mainstream{,ed,ing}
    """),
    values={
        CrossCuttingValue.GENDER_EQUALITY: Phrases("""
            gender{, equality} | equality between women and men | women s and men s | women and men
        """),
        CrossCuttingValue.ENVIRONMENT: Phrases("environment{,al} | climate"),
        CrossCuttingValue.HUMAN_RIGHTS: Phrases("human rights | rights of the child | children s rights"),
        CrossCuttingValue.SUSTAINABILITY: Phrases("sustainability | sustainable development"),
    },
    former=Phrases("former | formerly | previously | earlier | ex"),
)
