export declare function electronBinary(): string | null
export declare function electronOrInstall(say: (line: string) => void): Promise<string | null>
export declare function hasDisplay(): boolean
