/**
 * Irregular forms, each line a base form and the forms that stand for it. A suffix stemmer leaves them apart
 * (`said` and `say`), while a dictionary lists the base form only.
 */
const LINES = `arise arose arisen
awake awoke awoken
be am is are was were been being
bear bore borne
beat beaten
become became
begin began begun
bend bent
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
do did done does
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone goes
grow grew grown
hang hung
have has had having
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
lean leant
leap leapt
learn learnt
leave left
lend lent
light lit
lose lost
make made
mean meant
meet met
pay paid
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
sew sewn
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
smell smelt
speak spoke spoken
spend spent
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stink stank stunk
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tread trod trodden
understand understood
undertake undertook undertaken
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
wind wound
withdraw withdrew withdrawn
withstand withstood
wring wrung
write wrote written
man men
woman women
child children
foot feet
tooth teeth
goose geese
mouse mice
louse lice
ox oxen
person people
life lives
wife wives
knife knives
half halves
leaf leaves
wolf wolves
thief thieves
shelf shelves
self selves
calf calves
loaf loaves
good better best
bad worse worst
far farther farthest further furthest
little less least
i me
he him
she her
we us
they them
my mine
your yours
their theirs
oneself myself yourself yourselves himself herself ourselves themselves
our ours
colour color
honour honor
labour labor
favour favor
behaviour behavior
neighbour neighbor
centre center
theatre theater
defence defense
licence license
programme program
grey gray
organise organize
recognise recognize
realise realize
modernise modernize`;

/** From an irregular form, lower case, to its base form. */
export const BASE_FORMS: ReadonlyMap<string, string> = new Map(
  LINES.split('\n').flatMap((line) => {
    const [base, ...forms] = line.split(' ') as [string, ...string[]];
    return forms.map((form) => [form, base] as const);
  }),
);
