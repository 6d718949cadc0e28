/**
 * Just enough of protocol buffers for what Anki keeps in them: the texts and small numbers of one message, by their field.
 * @see https://protobuf.dev/programming-guides/encoding/
 */

export type ProtoValue = number | Uint8Array;

const VARINT = 0;
const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;

/** @returns the values of each field, in their order @throws {RangeError} where it is no message */
export function readMessage(bytes: Uint8Array): Map<number, ProtoValue[]> {
  const fields = new Map<number, ProtoValue[]>();
  let at = 0;
  const readNumber = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at];
      if (byte === undefined || scale > 2 ** 63) throw new RangeError('A number ends too late');
      at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const readBytes = (length: number) => {
    if (at + length > bytes.length) throw new RangeError('A field ends behind the message');
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const tag = readNumber();
    const wire = tag % 8;
    const values = fields.get((tag - wire) / 8) ?? [];
    fields.set((tag - wire) / 8, values);
    if (wire === VARINT) values.push(readNumber());
    else if (wire === BYTES) values.push(readBytes(readNumber()));
    else if (wire === FIXED_64) values.push(readBytes(8));
    else if (wire === FIXED_32) values.push(readBytes(4));
    else throw new RangeError(`There is no wire type ${wire}`);
  }
  return fields;
}

/** The text of a field; empty where it is not there, as the default is. */
export function readString(message: ReadonlyMap<number, readonly ProtoValue[]>, field: number): string {
  const value = message.get(field)?.at(-1);
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : '';
}

export function readInteger(message: ReadonlyMap<number, readonly ProtoValue[]>, field: number): number {
  const value = message.get(field)?.at(-1);
  return typeof value === 'number' ? value : 0;
}
