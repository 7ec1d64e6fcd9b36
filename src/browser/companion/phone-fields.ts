/** A phone field of the record as the server read it. */
export interface PhoneField { field: string; label: string; value: string }

/** How a field becomes dialable. */
export interface Dialling {
  dial: (number: string) => void;
  /** Makes the element that stands after the number and dials it. */
  button: (phone: PhoneField, call: () => void) => Element;
}

/**
 * The one file that touches NetSuite's own markup. None of it is supported by contract, so each part is looked for, and
 * a field that looks otherwise is left alone. A number is dialled from a button of ours after the value, and from the
 * `tel:` link where NetSuite made one.
 *
 * @returns the fields with a number that were not found; the dock lists them.
 */
export function makePhoneFieldsDialable(page: Document, phones: readonly PhoneField[], { dial, button }: Dialling): PhoneField[] {
  return phones.filter((phone) => {
    if (!phone.value) return false;
    const value = valueElement(page, phone.field);
    if (!value) return true;
    // In an edit form the number may have been typed over since the page was made.
    const input = value.querySelector('input');
    const call = (): void => dial(input?.value || phone.value);
    value.querySelector('a[href^="tel:"]')?.addEventListener('click', (event) => {
      event.preventDefault();
      call();
    });
    // An input fills its line: there the button goes to the label.
    const place = (input && page.getElementById(`${phone.field}_fs_lbl`)) ?? value;
    place.append(button(phone, call));
    return false;
  });
}

/** View and edit pages wrap a field alike; pages without the wrapper may still have the label, or the input's own span. */
function valueElement(page: Document, field: string): Element | null {
  const wrapper = page.querySelector(`[data-walkthrough="Field:${CSS.escape(field)}"]`) ?? page.getElementById(`${field}_fs_lbl`)?.closest('[data-nsps-type="field"], .uir-field-wrapper');
  return wrapper?.querySelector('[data-nsps-type="field_input"]') ?? page.getElementById(`${field}_fs`);
}
