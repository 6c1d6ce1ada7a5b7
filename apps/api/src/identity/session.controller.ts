import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { ApiConfig } from '@potok/config';
import type { SessionView } from '@potok/contracts';
import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../server/tokens.js';
import { TheUser, type User } from './caller.js';
import { Public } from './needs.js';
import { sessionCookie } from './session-cookie.js';
import { SESSION_MS, SessionService } from './session.service.js';

class SignInDto {
  @ApiProperty({ example: 'anna@firma.ru' })
  @IsEmail()
  @MaxLength(200)
  email!: string;

  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  password!: string;
}

@ApiTags('session')
@Controller()
export class SessionController {
  private readonly cookie: ReturnType<typeof sessionCookie>;

  constructor(
    private readonly sessions: SessionService,
    @Inject(CONFIG) config: ApiConfig,
  ) {
    this.cookie = sessionCookie(config.publicUrl);
  }

  @Public()
  @Post('sign-in')
  @HttpCode(200)
  async signIn(
    @Body() { email, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const userAgent = request.headers['user-agent'] ?? '';
    const { secret, view } = await this.sessions.signIn({ email, password, address: request.ip, userAgent });
    reply.setCookie(this.cookie.name, secret, { ...this.cookie.options, maxAge: SESSION_MS / 1000 });
    return view;
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@TheUser() user: User, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(user);
    reply.clearCookie(this.cookie.name, this.cookie.options);
  }

  @Get('session')
  session(@TheUser() user: User): Promise<SessionView> {
    return this.sessions.viewOf(user);
  }
}
