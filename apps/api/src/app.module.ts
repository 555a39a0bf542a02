import { type DynamicModule, Module } from '@nestjs/common';
import { type PlatformParts, PlatformModule } from '@touchstone/platform/platform.module';
import { rooms } from './rooms';

/** The list of rooms, nothing else. */
@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(parts), ...rooms] };
  }
}
