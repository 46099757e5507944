"""A cell of remarks in pieces that each say one thing: <whom it is about>, what it says, and (the whole)."""

import pytest
from cases import cases

from notes.wording.details.clauses import Clause, clauses

PIECES = """
ice fishing; husb Earl, waits in the truck. knee op Oct / pays late
  ice fishing
  <partner husband Earl he>  (husb Earl)
  <partner husband Earl he> waits in the truck
  knee op Oct
  pays late
dtr Mia, 9, rows
  <child daughter Mia she>  (dtr Mia, 9)
  <child daughter Mia she> rows
dtr Mia (9) rows
  <child daughter Mia she> rows (dtr Mia rows)
dtr Mia; she rows
  <child daughter Mia she>  (dtr Mia)
  <child daughter Mia she> she rows
dtr Mia. he rows
  <child daughter Mia she>  (dtr Mia)
  <child daughter Mia she> he rows
son Tom, Ida
  <child son Tom/Ida he>  (son Tom, Ida)
sons Tom & Ida
  <child sons Tom/Ida>  (sons Tom & Ida)
kids Tom, Ida, Jo
  <child child Tom/Ida/Jo>  (kids Tom, Ida, Jo)
going to see Petra, May
  going to see Petra May (going to see Petra, May)
knee op, 12 Oct
  knee op 12 Oct (knee op, 12 Oct)
knee op; Oct 3
  knee op Oct 3 (knee op, Oct 3)
trip, 2027
  trip 2027 (trip, 2027)
husb Ken. waits; sings
  <partner husband Ken he>  (husb Ken)
  waits
  sings
husb Ken, waits, sings
  <partner husband Ken he>  (husb Ken)
  <partner husband Ken he> waits
  sings
husb Ken, loves maps
  <partner husband Ken he>  (husb Ken)
  <partner husband Ken he> loves maps
husb Ken died, sings
  <partner husband Ken he> died (husb Ken died)
  sings
cat Toffee, sleeps
  <pet cat Toffee> cat (cat Toffee)
  sleeps
cat Toffee sleeps; eats
  <pet cat Toffee> cat sleeps (cat Toffee sleeps)
  eats
whippet Nell
  <pet dog Nell> whippet (whippet Nell)
2 cats Pearl/Duffy
  <pet cat Pearl/Duffy> cats (2 cats Pearl/Duffy)
golden retriever called Biscuit
  <pet dog Biscuit> golden retriever (golden retriever called Biscuit)
Rex = old beagle
  <pet dog Rex> old beagle (Rex = old beagle)
Ken = bowls Weds
  Ken bowls Weds
Ken
  <kin Ken>  (Ken)
Ken + Sue
  <kin Ken/Sue>  (Ken + Sue)
Ken: likes tea
  Ken: likes tea
Ken, likes tea
  <kin Ken>  (Ken)
  <kin Ken> likes tea
Dr. Roth is kind
  Dr. Roth is kind
St. Ann choir
  St. Ann choir
via Ann B. likes tea
  via Ann B
  likes tea
likes tea! sings
  likes tea
  sings
likes tea? sings
  likes tea
  sings
likes tea - sings
  likes tea
  sings
likes tea, esp green
  likes tea
  esp green
choir, esp alto
  choir
  esp alto
ukes (plays)
  plays ukes
bees (keeps)
  keeps bees
likes tea (don't ask)
  likes tea don't ask
likes tea (green)
  likes tea
likes tea (sings alto)
  likes tea
  sings alto
likes tea (Ken's a vicar)
  likes tea
  Ken's a vicar
dau. Mia sings
  <child daughter Mia she> sings (dau Mia sings)
bro. Jim sings
  <kin brother Jim he> sings (bro Jim sings)
swims 3x/wk
  swims three times a week
his mother is ill
  <parent mother she> is ill (his mother is ill)
children's drawings
  children's drawings
son's play
  <child son he> play (son's play)
engine 4 is late
  engine 4 is late
dog Engine 4
  dog Engine 4
man next door sings
  man next door sings
neighbor feeds hens
  neighbor feeds hens
two dogs
  two dogs
2 dogs Rex
  <pet dog Rex> dogs (2 dogs Rex)
baby's brother Leo 3
  baby's brother Leo 3
brother Leo 3
  <child son Leo he> 3 (brother Leo 3)
daughter US trip
  <child daughter she> US trip (daughter US trip)
daughter MIAMI
  <child daughter she> MIAMI (daughter MIAMI)
daughter RUTH sings
  <child daughter she> RUTH sings (daughter RUTH sings)
wife Jan. sings
  <partner wife she> Jan (wife Jan)
  sings
son Jan in May
  <child son he> Jan in May (son Jan in May)
hubby
  <partner husband he>  (hubby)
her hubby's boat
  <partner husband he> boat (her hubby's boat)
the twins, 4
  <child children>  (the twins, 4)
twins 4
  <child children> 4 (twins 4)
grad Mia, May
  grad Mia May (grad Mia, May)
costs $5.50. sings
  costs $5.50
  sings
at 5 p.m. sings
  at 5 p.m
  sings
appt. at two
  appt. at two
likes Mt. Hood
  likes Mt. Hood
sings.
  sings
son Tom and Ida sing
  <child son Tom/Ida he> sing (son Tom and Ida sing)
aunt Ann-Marie’s boat
  <kin aunt Ann-Marie she> boat (aunt Ann-Marie’s boat)
Tom Roth
  Tom Roth
Tom Roth sings
  Tom Roth sings
tom Otis
  <pet cat Otis> tom (tom Otis)
Mr Tom Roth
  Mr Tom Roth
"""


def said(one: Clause) -> str:
    who, text = one.who, one.text
    if who is not None:
        he = {None: "", True: "he", False: "she"}[who.he]
        text = f"<{' '.join(filter(None, [who.owner.value, who.relation, '/'.join(who.names), he]))}> {text}"
    return text + (f" ({one.whole})" if one.whole != one.text else "")


@pytest.mark.parametrize(("cell", "pieces"), cases(PIECES))
def test_the_pieces_of_a_cell_and_whom_each_is_about(cell: str, pieces: list[str]) -> None:
    assert [said(one) for one in clauses(cell)] == pieces
