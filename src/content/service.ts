/** The servers that blocks and exercises may talk to, and how a program finds them. */

export const SERVICES = ['postgres', 'redis'] as const;
export type ServiceName = (typeof SERVICES)[number];

interface ServiceAddress {
  /** The variable of the environment that holds its address. */
  readonly variable: string;
  /** Where a local server listens; for PostgreSQL with the user and the password of its container image. */
  readonly local: string;
}

/** The addresses are those of the servers in `compose.yaml`. */
export const SERVICE_ADDRESSES: Readonly<Record<ServiceName, ServiceAddress>> = {
  postgres: { variable: 'DATABASE_URL', local: 'postgresql://postgres:postgres@localhost:5432/postgres' },
  redis: { variable: 'REDIS_URL', local: 'redis://localhost:6379/0' },
};
