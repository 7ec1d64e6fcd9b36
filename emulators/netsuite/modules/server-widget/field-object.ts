import { loud } from '../../not-emulated.ts';
import type { FieldModel } from '../../pages/model.ts';
import { optionsOf } from '../define-module.ts';

/** The Field object of N/ui/serverWidget over the model that the page shows. */
export function fieldObject(field: FieldModel): object {
  const object: object = loud('serverWidget.Field', {
    id: field.id,
    type: field.type,
    get label() { return field.label; },
    set label(value: string) { field.label = value; },
    get defaultValue() { return field.value; },
    set defaultValue(value: unknown) { setValue(value); },
    get isMandatory() { return field.mandatory; },
    set isMandatory(value: boolean) { field.mandatory = value; },
    get maxLength() { return Number.MAX_SAFE_INTEGER; },
    set maxLength(_: number) { return; },
    updateDisplayType(input: unknown) {
      field.displayType = String(optionsOf('Field.updateDisplayType', input, ['displayType'])['displayType']).toLowerCase();
      return object;
    },
    updateDisplaySize: () => object,
    updateLayoutType: () => object,
    updateBreakType: () => object,
    setHelpText(input: unknown) {
      field.help = typeof input === 'string' ? input : String(optionsOf('Field.setHelpText', input, ['help'])['help']);
      return object;
    },
    addSelectOption(input: unknown) {
      const options = optionsOf('Field.addSelectOption', input, ['text']);
      field.options = [...(field.options ?? []), { value: String(options['value'] ?? ''), text: String(options['text']) }];
      if (options['isSelected'] === true) setValue(options['value']);
    },
    toString: () => `serverWidget.Field ${field.id}`,
  });

  function setValue(value: unknown): void {
    field.value = value === null || value === undefined ? '' : String(value);
    field.text = field.options?.find((option) => option.value === field.value)?.text ?? field.value;
  }

  return object;
}
