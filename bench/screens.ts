export async function measureScreens(...a: any[]): Promise<string> { return ''; }
