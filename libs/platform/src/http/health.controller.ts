import { Controller, Get, HttpCode, HttpException, HttpStatus } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Public } from '../access/allow.decorator';
import { Lifecycle } from './lifecycle';

const PATIENCE_MS = 2000;

/** For probes. Says nothing but yes or no: no version, no data. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lifecycle: Lifecycle,
  ) {}

  /** The process runs. */
  @Get('live')
  @HttpCode(HttpStatus.OK)
  @Public('probes say nothing but yes or no')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** The process can serve: it is not shutting down and the database answers. */
  @Get('ready')
  @Public('probes say nothing but yes or no')
  async ready(): Promise<{ status: string }> {
    if (this.lifecycle.stopping || !(await this.databaseAnswers())) {
      throw new HttpException({ status: 'not ready' }, HttpStatus.SERVICE_UNAVAILABLE);
    }
    return { status: 'ready' };
  }

  private async databaseAnswers(): Promise<boolean> {
    const answer = this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const patience = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref());
    return Promise.race([answer, patience]);
  }
}
