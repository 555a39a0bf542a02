import 'reflect-metadata';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsInt, IsNumber, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { GraphQLError } from 'graphql';
import { IdempotencyKey } from './idempotency-key.decorator';
import { inputPipe } from './input-pipe';
import { StoredText } from './stored-text.decorator';

class Anchor {
  @StoredText(1, 5) text!: string;
  @IsInt() @Min(1) @Max(7) level!: number;
}

class Criterion {
  @StoredText(1, 10) title!: string;
  @IsNumber() @Min(0) @Max(100) weight!: number;
  @ValidateNested({ each: true }) @Type(() => Anchor) anchors!: Anchor[];
}

class Input {
  @ArrayNotEmpty() @ArrayMaxSize(2) @ValidateNested({ each: true }) @Type(() => Criterion) criteria!: Criterion[];
  @IsOptional() @IsIn(['ADMIN', 'AUTHOR'], { each: true }) roles?: string[];
  @IsOptional() @IsNumber() free?: number;
  @IsOptional() @IsInt() @Min(1) least?: number;
  @IsOptional() @IsInt({ message: 'page is a page' }) page?: number;
  @IsOptional() @MaxLength(3) short?: string;
  @IsOptional() @IdempotencyKey() idempotencyKey?: string;
}

const anchor = { text: 'fine', level: 3 };
const criterion = { title: 'Depth', weight: 50, anchors: [anchor] };
const right = { criteria: [criterion] };

async function refused(value: object, data: string | null = 'input'): Promise<GraphQLError['extensions'] & { message: string }> {
  try {
    await inputPipe().transform(value, { type: 'body', metatype: Input, ...(data !== null && { data }) });
  } catch (error) {
    return { ...(error as GraphQLError).extensions, message: (error as GraphQLError).message };
  }
  throw new Error('it was accepted');
}

describe('the shape of an input', () => {
  it('passes what fits, as an instance of its class', async () => {
    expect(await inputPipe().transform(right, { type: 'body', metatype: Input, data: 'input' })).toBeInstanceOf(Input);
  });

  it('names what is wrong from the argument on, in the message and as a path', async () => {
    const anchors = [anchor, anchor, { ...anchor, text: '' }];
    expect(await refused({ criteria: [{ ...criterion, anchors }] })).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'input.criteria.0.anchors.2.text must not be empty',
      path: ['input', 'criteria', '0', 'anchors', '2', 'text'],
      faults: [{ path: ['input', 'criteria', '0', 'anchors', '2', 'text'], message: 'input.criteria.0.anchors.2.text must not be empty' }],
    });
  });

  it('tells all faults, each with its own path', async () => {
    const told = await refused({ criteria: [{ ...criterion, title: 'x'.repeat(11) }], short: 'long' });
    expect(told.message).toBe(
      'input.criteria.0.title has 11 characters; at most 10 are allowed; input.short must have at most 3 characters',
    );
    expect((told['faults'] as { path: string[] }[]).map(({ path }) => path.join('.'))).toEqual(['input.criteria.0.title', 'input.short']);
  });

  it('begins with the argument itself where the arguments are a class', async () => {
    expect(await refused({ ...right, short: 'long' }, null)).toMatchObject({
      path: ['short'],
      message: expect.stringMatching(/^short /),
    });
  });

  it.each([
    [{ criteria: [{ ...criterion, weight: Infinity }] }, 'input.criteria.0.weight must be a finite number from 0 to 100'],
    [{ criteria: [{ ...criterion, weight: 1e300 }] }, 'input.criteria.0.weight must be a finite number from 0 to 100'],
    [{ criteria: [{ ...criterion, weight: NaN }] }, 'input.criteria.0.weight must be a finite number from 0 to 100'],
    [{ ...right, free: -Infinity }, 'input.free must be a finite number'],
    [{ ...right, least: 0 }, 'input.least must be a whole number of at least 1'],
    [{ ...right, least: -0 }, 'input.least must be a whole number of at least 1'],
    [{ ...right, least: 1.5 }, 'input.least must be a whole number of at least 1'],
    [{ ...right, page: 1.5 }, 'input.page is a page'],
    [{ ...right, roles: ['AUTHOR', 'KING'] }, 'each of input.roles must be one of ADMIN, AUTHOR'],
    [{ criteria: [] }, 'input.criteria must not be empty'],
    [{ criteria: [criterion, criterion, criterion] }, 'input.criteria must have at most 2 entries'],
    [
      { ...right, idempotencyKey: 'a b' },
      'input.idempotencyKey must be 1 to 255 printable ASCII characters without spaces; a fresh UUID is fine',
    ],
  ])('says what is allowed: %j', async (value, message) => {
    expect((await refused(value)).message).toBe(message);
  });
});
