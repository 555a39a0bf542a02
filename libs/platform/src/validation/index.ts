export { inputPipe } from './input-pipe';
export { StoredText } from './stored-text.decorator';
export { IdempotencyKey } from './idempotency-key.decorator';
