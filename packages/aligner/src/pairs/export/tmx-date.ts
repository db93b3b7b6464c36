/** `YYYYMMDDThhmmssZ`, the only form of a date in TMX. */
const FORM = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** ISO 8601 in its other forms: with separators, without seconds or a time, with an offset. */
const OTHER_FORMS =
  /^(\d{4})(-?)(\d\d)\2(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** A date of a file as TMX wants it: the same where it is; null where it is not clear which is meant. */
export function tmxDate(date: string): string | null {
  const exact = FORM.exec(date);
  if (exact !== null) {
    const [, year, month, day, hour, minute, second] = exact;
    return moment(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) === date ? date : null;
  }
  const match = OTHER_FORMS.exec(date.trim());
  if (match === null) return null;
  const [, year, , month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  // A day that no month has would be taken for one of the next month.
  if (moment(`${local}Z`) !== `${local.replace(/[-:]/g, '')}Z`) return null;
  return moment(local + zone.replace(/(\d\d)(\d\d)$/, '$1:$2'));
}

function moment(iso: string): string | null {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? null : time.toISOString().replace(/[-:]|\.\d+/g, '');
}
