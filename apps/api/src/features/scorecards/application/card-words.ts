import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WrittenOnLoops } from '../../interviews';
import { CardWordsRepository } from '../persistence/card-words.repository';

/** The words on scorecards, second ratings and decisions go when their candidate is erased; levels and recommendations stay. */
@Injectable()
export class CardWords implements OnModuleInit {
  constructor(
    private readonly written: WrittenOnLoops,
    private readonly words: CardWordsRepository,
  ) {}

  onModuleInit(): void {
    this.written.addEraser(this.words);
  }
}
