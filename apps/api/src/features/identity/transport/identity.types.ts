import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DomainErrorType, NodeType } from '@touchstone/platform/graphql';

@ObjectType({ implements: () => [NodeType], description: 'A browser or client that is signed in as you.' })
export class Session extends NodeType {
  @Field({ description: 'What the client said of itself.' }) userAgent!: string;
  @Field() createdAt!: Date;
  @Field() lastSeenAt!: Date;
  @Field() expiresAt!: Date;
  @Field({ description: 'Is it the session of this request?' }) current!: boolean;
}

@ObjectType({ implements: () => [NodeType], description: 'A personal access token: for scripts, no broader than its owner.' })
export class AccessToken extends NodeType {
  @Field() name!: string;
  @Field(() => [String], { description: 'Permissions, or * for all that your roles allow.' }) scopes!: readonly string[];
  @Field() createdAt!: Date;
  @Field() expiresAt!: Date;
  @Field(() => Date, { nullable: true }) lastUsedAt!: Date | null;
}

@ObjectType()
export class SignInPayload {
  @Field({ description: 'The session token, for Authorization: Bearer. Browsers also get it as a cookie.' }) token!: string;
  @Field() expiresAt!: Date;
  @Field(() => ID, { description: 'The organization that the session belongs to.' }) organizationId!: string;
  @Field(() => ID) memberId!: string;
}

@ObjectType()
export class EndSessionPayload {
  @Field(() => ID) sessionId!: string;
}

@ObjectType()
export class ChangePasswordPayload {
  @Field({ description: 'A fresh session; all earlier ones are over.' }) token!: string;
  @Field() expiresAt!: Date;
}

@ObjectType()
export class CreateAccessTokenPayload {
  @Field(() => AccessToken) accessToken!: AccessToken;
  @Field({ description: 'The secret. Shown this once.' }) token!: string;
}

@ObjectType()
export class RevokeAccessTokenPayload {
  @Field(() => ID) accessTokenId!: string;
}

@ObjectType('SignInRefusedError', { implements: () => [DomainErrorType], description: 'Address and password do not go together.' })
export class SignInRefusedErrorType extends DomainErrorType {}

@ObjectType('TooManyAttemptsError', { implements: () => [DomainErrorType], description: 'Wait before the next attempt.' })
export class TooManyAttemptsErrorType extends DomainErrorType {}
