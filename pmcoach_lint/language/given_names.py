"""Given names that are common in one part of the world or another, in small letters.

Names that are common words, titles or roles as well (Will, Mark, May, Grace, Chase) are left out: where a handle is
expected, a name that is missed costs less than a role that is taken for a person.
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    aaliyah aaron abdul abdullah abigail adam adele adrian adriana agnes agnieszka ahmad ahmed aisha akira alan
    alberto alejandra alejandro aleksandra alex alexander alexandra alexis alfred alice alicia alina amanda amelia
    amina amir amit amy ana anastasia anders andre andrea andreas andreea andrei andrew andrzej andy angela angelica
    anil anita anja ann anna anne annika anthony antoine anton antonio anya archana arjun arnaud arthur artur ashley
    ashok astrid aurelie ayesha barbara bartosz beatrice beatriz ben benjamin bernard bernd bert beth bianca birgit
    björn boris brad brandon brenda brian bridget bruno camila camille carla carlos carmen carol carolina caroline
    caterina catherine cecilia chandra charles charlotte chiara chloe chris christian christina christine christoph
    christopher claire clara claudia claudio colin connor courtney craig cristina cynthia dagmar damien dan daniel
    daniela danielle danny dariusz darren dave david deborah deepa deepak denis denise derek diana diego dieter
    dimitri dirk dmitri dominic dominik donald dorothy douglas dylan eduardo edward elena eleni elisa elisabeth
    elizabeth ella ellen elodie elsa emilia emilie emily emma emmanuel enrique eric erica erik erika ernst esra
    esther ethan eva evan evelyn fabian fabio fatima felipe felix fernanda fernando filip fiona florian francesca
    francesco francisco francois françois frederic fredrik friedrich gabriel gabriela gareth gary geoff geoffrey
    george georgia gerard gerhard giovanni giulia giuseppe gopal greg gregory guillaume gustavo hamza hanna hannah
    hannes hans harald harry harsh hassan heather heidi heike helen helena helga henrik henry hiroshi holger hugo
    hussein ian ibrahim igor imran ines ingrid irena irene isaac isabel isabella isabelle ivan jack jacob jacqueline
    jakob jakub james jamie jan jana jane janet janine jasmin jason javier jean jeff jeffrey jenna jennifer jenny
    jens jeremy jerome jessica jill jim joan joanna joao joaquin joe joel johan johann johanna johannes john jonas
    jonathan jordan jorge jose josef joseph josh joshua joyce juan judith julia julian julie julien juliette jun
    justin jürgen kaito karen karin karl karolina katarina kate katharina katherine kathleen kathryn katie katja
    katrin kavita kazuki keith kelly ken kenji kenneth kevin khalid kim klaus kofi konstantin kristen kristin
    kristina krzysztof kumar kurt kyle lakshmi lara lars laura lauren laurent leila lena leon leonardo leonie li
    liam lina linda ling lisa liu lorenzo louis louise luca lucas lucia lucy luis luisa lukas luke lydia maciej
    madison magdalena mahmoud maja malik manfred manuel marc marcel marcin marco marcos marcus margaret maria mariam
    mariana marie marina mario marion marius markus marta martha martin martina marvin mary maryam mateo mateusz
    mathieu mathilde
    matteo matthew matthias maurice maxime megan mehmet mei meike melanie melissa michael michaela michal michel
    michele michelle miguel mihai mike mila milan minh mira miriam mohamed mohammad mohammed molly monica monika
    morgan muhammad murat mustafa nadia nadine naomi natalia natalie natasha nathan neha neil nguyen nicholas nick
    nicola nicolas nicole niklas nikolai nikolaus nils nina noah noor nora olga oliver olivia olivier omar oscar
    otto pablo pamela paolo pascal patricia patrick patrycja paul paula paulo pavel pawel pedro peter petra philip
    philipp philippe pierre piotr pooja prakash priya rachel rafael rahul raj rajesh ralf ramesh raphael raquel
    rashid ravi rebecca regina reinhard rekha renate renato ricardo richard rita robert roberto rodrigo roger roland
    romain ronald rosa rosario ruth ryan sabine sabrina saeed salma sam samantha samir samuel sandeep sandra sanjay
    santiago sara sarah sasha satoshi scott sean sebastian selin sergei sergio shannon sharon shreya silke silvia
    simon simone siobhan sofia sofie sonia sonja sophia sophie stacy stefan stefanie stephanie stephen steve steven
    stuart sunil susan susanne suzanne sven svetlana sylvia takeshi tamara tanja tanya tara tatiana teresa thabo
    theo theresa thiago thomas thorsten tiago tim timothy tina tobias todd tom tomasz tony torsten tracy tristan
    tyler ulrich ulrike ursula uwe valentina valeria vanessa vera veronica veronika victor victoria vijay viktor
    vincent vivek vladimir walter wanda wei wendy werner wiebke wilhelm william wojciech wolfgang xavier xin yan
    yasmin yasmine ying yoko yuki yusuf yuto yves yvonne zahra zainab zeynep zoe zofia
    """.split()  # noqa: SIM905 - a list of quoted words would be three times as long
)
